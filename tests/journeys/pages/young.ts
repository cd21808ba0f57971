/*
 * The kinds of pages of young people's own: the door, joining, their home and account.
 */
import { openYoungPerson } from '#lib/people/person/persons.server.ts';
import { saidWhy, staffMember } from '../../accounts.ts';
import { aName, freshCard, sayName, showCard, signedInYoungPerson, takeName } from '../coming-in.ts';
import { goto, press, then, type Kind, type Walk } from './walk.ts';

const atTheDoor =
	(way: string): Walk =>
	(page, { origin }) =>
		sayName(page, origin, aName(), way);

const withCard: Walk = async (page, served) => {
	const { code } = await freshCard(served);
	await showCard(page, `${served.origin}/join`, code);
};
const named: Walk = async (page, served) => {
	const { code } = await freshCard(served);
	await takeName(page, served.origin, code, aName());
};

const own = (path: string) => then(async (page, served) => void (await signedInYoungPerson(page, served)), goto(path));

/** Two colleagues looked, one of them said why. */
const opened: Walk = async (page, served) => {
	const { db, keyring } = served;
	const { youngPersonId } = await signedInYoungPerson(page, served);
	const lead = await staffMember(db, ['safeguarding lead'], 'Ruth Lead');
	await saidWhy(db, keyring, lead.staffId, youngPersonId, new Date());
	for (let times = 0; times < 2; times += 1) await openYoungPerson(db, keyring, lead, youngPersonId, new Date());
	await page.goto(`${served.origin}/me/opened`);
};

const wrongWords: Walk = then(
	atTheDoor('My secret words'),
	(page) => page.getByLabel('Your secret words').fill('these are not mine'),
	press('Come in'),
	(page) => page.getByRole('alert').waitFor()
);

const wrongNumber: Walk = then(
	own('/me/account/notices'),
	(page) => page.getByRole('radio', { name: /^By text/ }).check(),
	(page) => page.getByLabel('Your mobile number').fill('12'),
	press('Save'),
	(page) => page.getByRole('alert').waitFor()
);

export const YOUNG_KINDS: readonly Kind[] = [
	['sign-in', goto('/sign-in')],
	['sign-in-pictures', atTheDoor('My pictures')],
	['sign-in-words-refused', wrongWords],
	['sign-in-card', goto('/sign-in/card')],
	['sign-in-passkey', goto('/sign-in/passkey')],
	['join', goto('/join')],
	['join-name', withCard],
	['join-way', named],
	['join-pictures', then(named, goto('/join/pictures'))],
	['join-words', then(named, goto('/join/words'))],
	['join-card', then(named, goto('/join/card'))],
	['join-passkey', then(named, goto('/join/passkey'))],
	['me', own('/me')],
	['me-account', own('/me/account')],
	['me-notices', own('/me/account/notices')],
	['me-notices-wrong', wrongNumber],
	['me-opened', opened],
	['me-opened-none', own('/me/opened?before=1')],
	['me-ways', own('/me/account/ways')],
	['me-ways-name', own('/me/account/ways/name')],
	['me-ways-pictures', own('/me/account/ways/pictures')],
	['me-ways-words', own('/me/account/ways/words')],
	['me-ways-card', own('/me/account/ways/card')]
];
