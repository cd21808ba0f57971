/*
 * The kinds of pages of staff, the Committee and the advocacy service.
 */
import { faultAt } from '#lib/audit/fault.ts';
import type { Role } from '#lib/auth/actor.ts';
import { textsOf, type List } from '#lib/recordings/texts.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import { dayOf } from '#lib/calendar/day.ts';
import { sentConcern } from '../../data/concerned.ts';
import { keepRecording } from '../../data/sounds.ts';
import { saidWhy, staffMember } from '../../accounts.ts';
import { youngPersonIn } from '../../young-accounts.ts';
import { giveUpOne } from '../../notices/people.ts';
import { beginEnrolling, choosePassword, newcomer } from '../enrolling.ts';
import { OFFICER, PASSWORD, signInHolder, type Served } from '../served.ts';
import { goto, press, then, type Kind, type Walk } from './walk.ts';

const as =
	(role: Role, path: string | ((served: Served, staffId: string) => Promise<string>)): Walk =>
	async (page, served) => {
		const { staffId } = await staffMember(served.db, [role]);
		await signInHolder(page, served, { kind: 'staff', id: staffId });
		await page.goto(served.origin + (typeof path === 'string' ? path : await path(served, staffId)));
	};

/** A page of a fresh young person, for who has said why. */
const ofPerson =
	(page = '') =>
	async ({ db, keyring }: Served, staffId: string) => {
		const id = await youngPersonIn(db, new Date());
		await saidWhy(db, keyring, staffId, id, new Date());
		return `/staff/people/${id}${page}`;
	};

/** The page that asks why, of a fresh young person. */
const why = async ({ db }: Served) => `/staff/people/${await youngPersonIn(db, new Date())}/reason`;

/** A page of a fresh colleague. */
const ofColleague =
	(page = '') =>
	async ({ db }: Served) =>
		`/staff/settings/staff/${(await staffMember(db, ['social worker'])).staffId}${page}`;

/** A page of a message that is late. */
const ofConcern =
	(page = '') =>
	async ({ db, keyring }: Served) => {
		const given = {
			name: 'Jay',
			reply: 'ring',
			address: '07700 900123',
			safeWhen: 'After school, not at the weekend'
		} as const;
		const at = new Date(Date.now() - 7 * 86_400_000);
		const words = 'I do not feel safe where I live.\nCan somebody come?';
		const id = await sentConcern(db, keyring, { at, dueOn: dayOf(at), given, words, topic: 'where I live' });
		return `/staff/concerns/${id}${page}`;
	};
const oneConcern: Walk = async (_, served) => void (await ofConcern()(served));

/** A page of recordings, of the first question and of words that nobody is asked any more. */
const recorded =
	(page: (list: List, id: string) => string) =>
	async ({ db }: Served) => {
		const id = randomId();
		await keepRecording(db, id, textsOf('11-17', 'en')[0] ?? '');
		await keepRecording(db, randomId(), 'Do you like Mondays?');
		return `/staff/settings/recordings${page('11-17', id)}`;
	};

const enrolling: Walk = async (page, served) => {
	const { code } = await newcomer(served);
	await beginEnrolling(page, served.origin, code);
	await page.waitForURL(/\/enrol\/password$/);
};
const password = (words: string): Walk =>
	then(
		goto('/sign-in/staff'),
		(page) => page.getByLabel('Email address').fill(OFFICER),
		(page) => page.getByLabel('Password').fill(words),
		press('Sign in')
	);

const givenUp: Walk = async (_page, { db }) => {
	const { staffId } = await staffMember(db, ['safeguarding lead']);
	await giveUpOne(db, { kind: 'staff', id: staffId });
};

/** The last check found damage; the next one finds what there is. */
const damaged: Walk = async (_, { db }) => {
	const faults = JSON.stringify([faultAt('edited', 12), faultAt('deleted', 20, 24)]);
	const found = { at: new Date().toISOString(), outcome: 'broken', events: 0, through: 0, faults };
	await db
		.insertInto('audit_check')
		.values({ tenant: 'council', ...found })
		.onConflict((conflict) => conflict.column('tenant').doUpdateSet(found))
		.execute();
};

export const STAFF_KINDS: readonly Kind[] = [
	['staff-sign-in-refused', then(password('not the password'), (page) => page.getByRole('alert').waitFor())],
	['staff-second', then(password(PASSWORD), (page) => page.waitForURL(/\/second$/))],
	['enrol', goto('/enrol')],
	['enrol-password', enrolling],
	['enrol-second', then(enrolling, choosePassword)],
	['prove-again', as('IRO', '/sign-in/again?to=/account')],
	['account', as('IRO', '/account')],
	['account-app', as('IRO', '/account/factors/app')],
	['account-passkeys', as('IRO', '/account/factors/passkeys')],
	['account-password', as('IRO', '/account/factors/password')],
	['account-halves', as('participation officer', '/account/halves')],
	['staff', as('IRO', '/staff')],
	['people', as('participation officer', '/staff/people')],
	['people-none', as('IRO', '/staff/people')],
	['person-reason', as('safeguarding lead', why)],
	[
		'person-reason-wanting',
		then(
			as('participation officer', why),
			(page) => page.locator('main form').evaluate((form) => (form as HTMLFormElement).submit()),
			(page) => page.getByRole('alert').waitFor()
		)
	],
	['person', as('participation officer', ofPerson())],
	['person-details', as('participation officer', ofPerson('/details'))],
	['person-card', as('participation officer', ofPerson('/card'))],
	['person-card-made', then(as('participation officer', ofPerson('/card')), press(/^Make/))],
	['person-new', as('participation officer', '/staff/people/new')],
	['people-import', as('participation officer', '/staff/people/import')],
	['people-handover', as('participation officer', '/staff/people/handover')],
	['people-cover', as('participation officer', '/staff/people/cover')],
	['concerns', then(oneConcern, as('safeguarding lead', '/staff/concerns'))],
	['concerns-none', as('social worker', '/staff/concerns')],
	['concern', as('safeguarding lead', ofConcern())],
	['concern-closing', as('safeguarding lead', ofConcern('/closing'))],
	['people-unmatched', as('participation officer', '/staff/people/unmatched')],
	['settings', as('administrator', '/staff/settings')],
	['settings-council', as('administrator', '/staff/settings/council')],
	['settings-clocks', as('administrator', '/staff/settings/clocks')],
	['settings-districts', as('administrator', '/staff/settings/districts')],
	['settings-helplines', as('administrator', '/staff/settings/helplines')],
	['settings-helpline', as('administrator', '/staff/settings/helplines/new')],
	['settings-contacts', as('administrator', '/staff/settings/contacts')],
	['settings-notices', then(givenUp, as('administrator', '/staff/settings/notices'))],
	['settings-talking', as('administrator', '/staff/settings/talking')],
	['settings-texts', as('administrator', '/staff/settings/texts')],
	['settings-recordings', as('administrator', '/staff/settings/recordings?of=16-25')],
	[
		'settings-recordings-some',
		as(
			'participation officer',
			recorded((list) => `?of=${list}`)
		)
	],
	[
		'settings-recording-removal',
		as(
			'participation officer',
			recorded((_, id) => `/${id}/removal`)
		)
	],
	['record', as('administrator', '/staff/settings/record')],
	['record-none', as('administrator', '/staff/settings/record?what=backup+restored')],
	['record-damaged', then(damaged, as('administrator', '/staff/settings/record'))],
	['record-export', as('administrator', '/staff/settings/record/export')],
	['colleagues', as('administrator', '/staff/settings/staff')],
	['colleague-new', as('administrator', '/staff/settings/staff/new')],
	['colleague', as('administrator', ofColleague())],
	['colleague-roles', as('administrator', ofColleague('/roles'))],
	['colleague-disabling', as('administrator', ofColleague('/disabling'))],
	['colleague-enrolment', as('administrator', ofColleague('/enrolment'))],
	['colleague-leaving', as('administrator', ofColleague('/leaving'))],
	['questionnaires', as('participation officer', '/staff/questionnaires')],
	['questionnaires-found', as('IRO', '/staff/questionnaires?q=school')],
	['questionnaires-none', as('safeguarding lead', '/staff/questionnaires?q=zzz')],
	['questionnaire-11-17', as('administrator', '/staff/questionnaires/11-17')],
	['questionnaire-8-10', as('participation officer', '/staff/questionnaires/8-10')],
	['preview-start', as('participation officer', '/staff/questionnaires/8-10/preview/start')],
	['preview-page', as('participation officer', '/staff/questionnaires/4-7/preview/page-2')],
	['preview-review', as('participation officer', '/staff/questionnaires/11-17/preview/review')],
	['preview-thanks', as('participation officer', '/staff/questionnaires/16-25/preview/thanks')],
	['preview-pause', as('participation officer', '/staff/questionnaires/8-10/preview/pause')],
	['waves', as('participation officer', '/staff/waves')],
	['new-wave', as('participation officer', '/staff/waves/new')],
	['committee', as('committee member', '/committee')],
	['advocate', as('advocacy worker', '/advocate')]
];
