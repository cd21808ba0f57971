/*
 * Code cards as PDF/UA, four to an A4 page. Codes and names come in as data and stand nowhere but in the PDF;
 * drawing codes and knowing whose they are happens elsewhere.
 */
import { setImmediate as breathe } from 'node:timers/promises';
import { CARDS_TEMPLATE } from './cards-template.ts';
import { qrPicture } from './qr-codes.server.ts';
import { canBeShown, typeset } from './typesetting.server.ts';

/** One card; `firstName` null makes a spare one. */
export interface CodeCard {
	firstName: string | null;
	/** Which survey: '4-7', '8-10', '11-17' or '16-25'. */
	version: string;
	/** In groups, as people type it: ABCD-EFGH-JKMN-PQRS. */
	code: string;
	/** The address with the code behind its #. */
	link: string;
}

const AGES: Record<string, string> = { '4-7': '4 to 7', '8-10': '8 to 10', '11-17': '11 to 17', '16-25': '16 to 25' };
const ABOUT: Record<string, string> = {
	'4-7':
		'This is for a survey about your life. A grown-up you trust sits with you: not your social worker, and not the people you live with.',
	'8-10':
		'This is for a survey about your life, for 8 to 10 year olds. Someone you trust can help you: not your social worker, and not the people you live with.',
	'11-17': 'This is for a survey about your life, for 11 to 17 year olds.',
	'16-25': 'This is for a survey about life after care, for 16 to 25 year olds.'
};
const NOTE =
	'The survey never asks your name, and the website does not know whose code this is. So keep your card safe.';
const SPARE_NOTE = 'For one young person who has no card yet. Please do not write down who has it.';

interface CardData {
	greeting: string;
	ages: string;
	about: string;
	groups: string[];
	qr: string;
	qrAlt: string;
	note: string;
}

/** A card has room for so many letters of a name. */
const LONGEST_NAME = 40;

/** What a card says first: the name, as far as fonts and room allow, or that it is a spare one. */
export function greetingFor(firstName: string | null): string {
	if (firstName === null) return 'Spare card';
	const name = firstName.trim();
	if (name === '' || !canBeShown(name)) return 'Hello';
	const letters = Array.from(name);
	return `Hello ${letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME - 1).join('')}…` : name}`;
}

async function cardData(card: CodeCard): Promise<CardData> {
	return {
		greeting: greetingFor(card.firstName),
		ages: AGES[card.version] ?? card.version,
		about: ABOUT[card.version] ?? 'This is for a survey about your life.',
		groups: card.code.split('-'),
		qr: await qrPicture(card.link),
		qrAlt: 'Square code for a phone’s camera: it opens the survey with the code on this card.',
		note: card.firstName === null ? SPARE_NOTE : NOTE
	};
}

/**
 * Makes one tagged PDF (PDF/UA-1, A4, four cards a page, to be cut along the dashes).
 * A name in letters that no font here has leaves the greeting without it. `progress` hears how many cards are ready.
 */
export async function codeCards(
	cards: readonly CodeCard[],
	council: string,
	progress: (done: number) => void = () => undefined
): Promise<Buffer> {
	const ready: CardData[] = [];
	for (const card of cards) {
		ready.push(await cardData(card));
		if (ready.length % 20 === 0) {
			progress(ready.length);
			await breathe();
		}
	}
	const address = (cards[0]?.link ?? '').replace(/#.*$/, '').replace(/^https?:\/\//, '');
	const safeCouncil = canBeShown(council) ? council : 'Your council';
	const title = `Survey code cards: ${safeCouncil}`;
	const pdf = typeset(CARDS_TEMPLATE, { title, council: safeCouncil, address, cards: ready });
	progress(cards.length);
	return pdf;
}
