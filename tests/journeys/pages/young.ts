/*
 * The kinds of pages of young people's own: the door, joining, their home and account.
 */
import { randomUUID } from 'node:crypto';
import { cardFor, joinedYoungPerson, youngPersonIn } from '../../young-accounts.ts';
import { signInHolder } from '../served.ts';
import { goto, press, then, type Kind, type Walk } from './walk.ts';

const aName = () => `Otter ${randomUUID().slice(0, 8)}`.replaceAll('-', '');

const typeName: Walk = async (page) => {
	await page.getByLabel('Your user name').fill(aName());
};
const atTheDoor = (way: string) => then(goto('/sign-in'), typeName, press(way));

const withCard: Walk = async (page, { db, keyring, origin }) => {
	const person = await youngPersonIn(db, new Date());
	await page.goto(`${origin}/join`);
	await page.getByLabel('Type the code on your card').fill(await cardFor(db, keyring, person, new Date()));
	await page.getByRole('button', { name: 'Go', exact: true }).click();
};
const named = then(
	withCard,
	(page) => page.getByLabel('My user name').fill(aName()),
	press('Take this name'),
	(page) => page.waitForURL(/\/join\/way$/)
);

const signedIn: Walk = async (page, served) => {
	const { accountId } = await joinedYoungPerson(served.db, served.keyring, new Date(), { userName: aName() });
	await signInHolder(page, served, { kind: 'young person', id: accountId });
};
const own = (path: string) => then(signedIn, goto(path));

const wrongWords: Walk = then(
	atTheDoor('My secret words'),
	(page) => page.getByLabel('Your secret words').fill('these are not mine'),
	press('Come in'),
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
	['me-ways', own('/me/account/ways')],
	['me-ways-name', own('/me/account/ways/name')],
	['me-ways-pictures', own('/me/account/ways/pictures')],
	['me-ways-words', own('/me/account/ways/words')],
	['me-ways-card', own('/me/account/ways/card')]
];
