/*
 * The kinds of pages of talking to someone, without an account and with.
 */
import { staffMember } from '../../accounts.ts';
import { answeredBy, sentBy } from '../../data/talking.ts';
import { press as pressNamed, signedInYoungPerson } from '../coming-in.ts';
import { lookBefore, NEXT, sendOpenly, showTalkCode } from '../talking.ts';
import { goto, then, type Kind, type Walk } from './walk.ts';

const sent: Walk = async (page, { origin }) => void (await sendOpenly(page, origin));
const looked = (path: string): Walk => then(goto(path), (page) => lookBefore(page));
const own: Walk = async (page, served) => void (await signedInYoungPerson(page, served));

/** Somebody's own thread, answered; with `done` closed, with what was done. */
const answered =
	(done?: string): Walk =>
	async (page, served) => {
		const { db, keyring, origin } = served;
		const me = await signedInYoungPerson(page, served);
		const now = new Date();
		const { id } = await sentBy(db, keyring, me, now);
		const lead = await staffMember(db, ['safeguarding lead'], 'Ruth Lead');
		await answeredBy(db, keyring, lead, { id, words: 'We can talk at school.', ...(done ? { done } : {}) }, now);
		await page.goto(`${origin}/me/talk/${id}`);
	};

/** A message that nobody has read in time, to somebody who may write again. */
const late: Walk = async (page, served) => {
	const { db, keyring, origin } = served;
	await staffMember(db, ['safeguarding lead'], 'Ruth Lead');
	const me = await signedInYoungPerson(page, served);
	const { id } = await sentBy(db, keyring, me, new Date());
	await db.updateTable('concern').set({ due_on: '2026-01-05' }).where('id', '=', id).execute();
	await page.goto(`${origin}/me/talk/${id}?written`);
	await page.getByText('This should have been read').waitFor();
};

/** The list, with an answer that was not read yet. */
const unread: Walk = async (page, served) => {
	const { db, keyring, origin } = served;
	const me = await signedInYoungPerson(page, served);
	const { id } = await sentBy(db, keyring, me, new Date());
	const lead = await staffMember(db, ['safeguarding lead'], 'Ruth Lead');
	await answeredBy(db, keyring, lead, { id, words: 'We can talk at school.' }, new Date());
	await page.goto(`${origin}/me/talk`);
	await page.getByText('1 new message').waitFor();
};

export const TALK_KINDS: readonly Kind[] = [
	['talk', goto('/help/talk')],
	[
		'talk-refused',
		then(
			goto('/help/talk'),
			async (page) => page.getByLabel('Ring me').check(),
			(page) => pressNamed(page, NEXT)
		)
	],
	['talk-look', looked('/help/talk')],
	['talk-sent', sent],
	['talk-answer', goto('/help/talk/answer')],
	['talk-answer-refused', (page, { origin }) => showTalkCode(page, origin, 'hello')],
	['talk-thread', async (page, { origin }) => showTalkCode(page, origin, await sendOpenly(page, origin))],
	['me-talk-new', then(own, goto('/me/talk'))],
	['me-talk-look', then(own, looked('/me/talk/new'))],
	['me-talk-thread', answered()],
	['me-talk-closed', answered('You moved to another room.')],
	['me-talk-late', late],
	['me-talk-unread', unread],
	['me-talk', then(answered(), goto('/me/talk'))]
];
