/*
 * The kinds of pages of one's own data: for young people with an account and without, and for who answers.
 */
import { answer } from '#lib/data-rights/answering.server.ts';
import { collectCopy } from '#lib/data-rights/copies/copies.server.ts';
import { staffMember } from '../../accounts.ts';
import { inviteYoungPeople } from '../../waves/opened.ts';
import { signedInYoungPerson } from '../coming-in.ts';
import { asLead, whoAsked, whoWasGiven } from '../data-asking.ts';
import { signInHolder } from '../served.ts';
import { goto, press, then, type Kind, type Walk } from './walk.ts';

const own = (path: string) => then(async (page, served) => void (await signedInYoungPerson(page, served)), goto(path));

const asked: Walk = async (page, served) => {
	await whoAsked(page, served);
	await page.goto(`${served.origin}/me/data`);
};
const given =
	(part: string): Walk =>
	async (page, served) => {
		const { request } = await whoWasGiven(page, served);
		await page.goto(`${served.origin}/me/data/requests/${request}${part}`);
	};
const answering =
	(part: string): Walk =>
	async (page, served) => {
		const { request } = await whoAsked(page, served);
		const { db, keyring } = served;
		await collectCopy(db, keyring, await staffMember(db, ['safeguarding lead']), request, new Date());
		await asLead(page, served);
		await page.goto(`${served.origin}/staff/data-requests${part.replace('[request]', request)}`);
	};
const complained: Walk = then(
	goto('/help/data'),
	(page) => page.getByLabel('What happened?').fill('Somebody read my letter.'),
	press('Send it')
);
/** A complaint of somebody without an account, answered, as its code shows it. */
const codeAnswered: Walk = async (page, served) => {
	await complained(page, served);
	const code = (await page.locator('.code strong').textContent()) ?? '';
	const { db, keyring, origin } = served;
	const lead = await staffMember(db, ['safeguarding lead'], 'Lee Lead');
	const waiting = await db.selectFrom('data_request').select('id').where('answered_at', 'is', null).execute();
	for (const { id } of waiting)
		await answer(db, keyring, lead, id, 'We looked into it. It will not happen again.', new Date());
	await page.goto(`${origin}/help/data/answer`);
	await page.getByLabel('Type your code').fill(code);
	await press('Show me')(page, served);
	await page.getByText('It will not happen again.').waitFor();
};
const erasing: Walk = async (page, served) => {
	const [id = ''] = await inviteYoungPeople(served.db, 1, '2026-01-01');
	await served.db.updateTable('young_person').set({ standing: 'left' }).where('id', '=', id).execute();
	await asLead(page, served);
	await page.goto(`${served.origin}/staff/people/${id}/erasure`);
};
const retention: Walk = async (page, served) => {
	const { staffId } = await staffMember(served.db, ['administrator']);
	await signInHolder(page, served, { kind: 'staff', id: staffId });
	await page.goto(`${served.origin}/staff/settings/retention`);
};
const shorter: Walk = then(
	retention,
	(page) => page.getByLabel('Young people who have left').fill('1'),
	press('Save periods')
);

export const DATA_KINDS: readonly Kind[] = [
	['data-complaint', goto('/help/data')],
	['data-complaint-sent', complained],
	['data-answer', goto('/help/data/answer')],
	['data-answer-read', codeAnswered],
	['data-gone', goto('/help/data/gone')],
	['me-data', asked],
	['me-data-complaint', own('/me/data/complaint')],
	['me-data-erasure', own('/me/data/erasure')],
	['me-data-erasure-sure', own('/me/data/erasure/everything')],
	['me-data-request', given('')],
	['me-data-copy', given('/copy')]
];

export const DATA_STAFF_KINDS: readonly Kind[] = [
	['data-requests', answering('')],
	['data-request-new', answering('/new')],
	['data-request', answering('/[request]')],
	['data-request-copy', answering('/[request]/copy')],
	['person-erasure', erasing],
	['settings-retention', retention],
	['settings-retention-shorter', shorter]
];
