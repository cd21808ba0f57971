/*
 * What somebody may choose to read and listen more easily, for one visit: the choices, the cookie's text, and the attributes
 * on <html> that the styles and scripts look at. No cookie is set here, and nobody's name is known.
 */
import { z } from 'zod';

/** Every choice; the first option of each is what stands where nobody chose. */
export const CHOICES = {
	size: ['usual', 'bigger', 'biggest'],
	space: ['usual', 'roomy'],
	face: ['usual', 'dyslexic'],
	paper: ['device', 'light', 'dark', 'butter', 'sky', 'mint', 'peach', 'lavender'],
	contrast: ['usual', 'high'],
	read: ['off', 'on'],
	pace: ['normal', 'slow', 'quick'],
	motion: ['device', 'less']
} as const;

export type Aspect = keyof typeof CHOICES;
export const ASPECTS = Object.keys(CHOICES) as Aspect[];
export type Comfort = { [One in Aspect]: (typeof CHOICES)[One][number] };

/** Papers with a colour of their own: they are light, whatever the device says. */
export const TINTS = ['butter', 'sky', 'mint', 'peach', 'lavender'] as const satisfies Comfort['paper'][];
const isTint = (paper: Comfort['paper']): paper is (typeof TINTS)[number] =>
	(TINTS as readonly string[]).includes(paper);

// Whatever is not known stands for nothing chosen.
const comfortSchema = z.object({
	size: z.enum(CHOICES.size).catch('usual'),
	space: z.enum(CHOICES.space).catch('usual'),
	face: z.enum(CHOICES.face).catch('usual'),
	paper: z.enum(CHOICES.paper).catch('device'),
	contrast: z.enum(CHOICES.contrast).catch('usual'),
	read: z.enum(CHOICES.read).catch('off'),
	pace: z.enum(CHOICES.pace).catch('normal'),
	motion: z.enum(CHOICES.motion).catch('device')
});

export const USUAL: Comfort = comfortSchema.parse({});

const LONGEST = 200;

/** What a cookie such as `size.bigger-face.dyslexic` says; what is unknown in it is passed over. */
export function readComfort(value: string | undefined): Comfort {
	const pairs = (value ?? '').slice(0, LONGEST).split('-');
	return comfortSchema.parse(Object.fromEntries(pairs.map((pair) => pair.split('.', 2))));
}

const isUsual = (comfort: Comfort, aspect: Aspect): boolean => comfort[aspect] === USUAL[aspect];

/** The cookie's text; empty where nothing was chosen. */
export function writtenComfort(comfort: Comfort): string {
	const said = ASPECTS.filter((aspect) => !isUsual(comfort, aspect));
	return said.map((aspect) => `${aspect}.${comfort[aspect]}`).join('-');
}

/** One more choice. A coloured paper and the highest contrast do not go together: the later one stands. */
function choose(comfort: Comfort, aspect: Aspect, option: string): Comfort {
	const next = comfortSchema.parse({ ...comfort, [aspect]: option });
	if (aspect === 'paper' && isTint(next.paper)) return { ...next, contrast: 'usual' };
	if (aspect === 'contrast' && next.contrast === 'high' && isTint(next.paper)) return { ...next, paper: 'light' };
	return next;
}

/** A choice as a form sends it, or null. */
function choiceIn([name, value]: [string, unknown]): { aspect: Aspect; option: string } | null {
	const aspect = ASPECTS.find((one) => one === name);
	const option = aspect && CHOICES[aspect].find((one) => one === value);
	return aspect && option ? { aspect, option } : null;
}

/** What stands after a form with choices was sent: `usual` undoes them all, what is unknown changes nothing. */
export function afterSending(comfort: Comfort, fields: Iterable<[string, unknown]>): Comfort {
	let next = comfort;
	for (const field of fields) {
		const choice = choiceIn(field);
		if (field[0] === 'usual') next = USUAL;
		else if (choice) next = choose(next, choice.aspect, choice.option);
	}
	return next;
}

/** Where the page stands still after a tap: at the button that was tapped. */
export function anchorOf(fields: Iterable<[string, unknown]>): string {
	for (const field of fields) {
		const choice = choiceIn(field);
		if (choice) return `${choice.aspect}-${choice.option}`;
	}
	return 'back-to-usual';
}

/** The attributes that pages carry on <html>; none where nothing was chosen. */
export function attributesOf({ paper, ...others }: Comfort): Record<string, string> {
	const theme = isTint(paper) ? 'light' : paper;
	const said = { ...others, theme, tint: isTint(paper) ? paper : 'none' };
	const usual: Record<string, string> = { ...USUAL, theme: 'device', tint: 'none' };
	const chosen = Object.entries(said).filter(([name, option]) => option !== usual[name]);
	return Object.fromEntries(chosen.map(([name, option]) => [`data-${name}`, option]));
}

/** The same as text for the inside of a tag. */
export const attributesInWords = (comfort: Comfort): string =>
	Object.entries(attributesOf(comfort))
		.map(([name, option]) => `${name}="${option}"`)
		.join(' ');

const YOUNG_AREAS = ['', 'survey', 'help', 'privacy', 'accessibility', 'join', 'sign-in', 'me'];
/** Where staff see a page as young people do. */
const PREVIEW = /^\/staff\/questionnaires\/[\w-]+\/preview\//;

const STAFF_AREAS = ['staff', 'committee', 'account', 'advocate'];

/** Whether a page looks as was chosen: not those of staff, but for the pages of young people they look at. */
export const looksAsChosen = (path: string): boolean =>
	PREVIEW.test(path) || !STAFF_AREAS.includes(path.split('/')[1] ?? '');

/** Where "Done" leads: a page for young people, or the first page where the address names no such page. */
export function wayBack(to: string | null | undefined): string {
	if (!to || !/^\/[\w\-/]*(?:\?review)?$/.test(to) || to.includes('//')) return '/';
	return PREVIEW.test(to) || YOUNG_AREAS.includes(to.split(/[/?]/)[1] ?? '') ? to : '/';
}
