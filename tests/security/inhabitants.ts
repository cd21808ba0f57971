/*
 * Who lives in the house under test: somebody of every role, two young people with workers and accounts of their own,
 * waves, a release and requests; each with words by which a stray answer would betray them.
 */
import type { Role, SignedIn } from '#lib/auth/actor.ts';
import type { Entrant } from '#lib/auth/areas.ts';
import type { Holder } from '#lib/auth/sessions.server.ts';
import { storedUserName } from '#lib/auth/young/user-names.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { NO_DETAILS } from '#lib/people/detail.ts';
import { sealDetails } from '#lib/people/details.server.ts';
import { keepImport } from '#lib/people/importing/drafts.server.ts';
import { releaseResults } from '#lib/releases/releases.server.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import { createWave } from '#lib/waves/waves.server.ts';
import { saidWhy, staffMember, youngPerson } from '../accounts.ts';
import { sentConcern } from '../data/concerned.ts';
import { keepRecording, RECORDING } from '../data/sounds.ts';
import { csv } from '../data/small-return.ts';
import { closedWave, drawnAnswers } from '../releases/closed-wave.ts';
import { sessionTokenOf } from '../server/signed-in.ts';
import { freshSurroundings, type Surroundings } from '../server/surroundings.ts';
import { OPERATOR } from '../waves/opened.ts';
import { requestsOf } from './requested.ts';

const TODAY = '2027-03-01';

/** Everybody who may come to a door. */
export const ENTRANTS = [
	'nobody',
	'young person',
	'participation officer',
	'IRO',
	'social worker',
	'safeguarding lead',
	'committee member',
	'administrator',
	'advocacy worker'
] as const satisfies readonly (Entrant | 'nobody')[];
export type Comer = (typeof ENTRANTS)[number];

/** What a parameter of an address can stand for, and whose it is for whoever comes. */
export type Relation = 'own' | 'other' | 'none';
export type ObjectKind =
	| 'young person'
	| 'wave'
	| 'release'
	| 'colleague'
	| 'role request'
	| 'cover'
	| 'caseload'
	| 'worker'
	| 'device'
	| 'wave half'
	| 'concern'
	| 'data request'
	| 'given copy'
	| 'import draft'
	| 'recording';

/** Words that only some may ever read. */
export interface Canary {
	word: string;
	readers: readonly Comer[];
	/** True for the name of the only reader, which stands in the frame of every page of theirs. */
	itself?: true;
}

export interface Inhabited extends Surroundings {
	holders: Record<Exclude<Comer, 'nobody'>, Holder>;
	objects: Record<ObjectKind, Partial<Record<Relation, string>>>;
	canaries: Canary[];
}

const SEES_EVERYONE: readonly Comer[] = ['participation officer', 'safeguarding lead'];

/** A young person with a sealed name, an IRO and a social worker, and an account with a user name. */
async function child(at: Surroundings, names: { preferred: string; user: string }, workers: Record<string, string>) {
	const { db, keyring } = at;
	const id = await youngPerson(db, randomId());
	const details = { ...NO_DETAILS, preferredName: names.preferred };
	await db
		.updateTable('young_person')
		.set({ details_sealed: sealDetails(keyring, id, details) })
		.where('id', '=', id)
		.execute();
	for (const [role, staff_id] of Object.entries(workers))
		await db.insertInto('caseload').values({ young_person_id: id, role, staff_id, since: TODAY }).execute();
	const accountId = randomId();
	await db
		.insertInto('young_account')
		.values({
			id: accountId,
			young_person_id: id,
			...storedUserName(keyring, { accountId, youngPersonId: id }, names.user),
			pictures_hash: null,
			words_hash: 'of nothing',
			made_at: `${TODAY}T09:00:00.000Z`
		})
		.execute();
	return { id, account: { kind: 'young person', id: accountId } as const };
}

async function releaseIn(db: Database): Promise<{ wave: string; release: string }> {
	const wave = await closedWave(db, { name: 'Canary wave', answers: drawnAnswers(60, 4) });
	const made = await releaseResults(db, OPERATOR, wave, { today: TODAY, statesHalvesKept: true });
	if (made.kind !== 'released') throw new Error(`not released: ${made.kind}`);
	const row = await db.selectFrom('release').select('id').where('wave_id', '=', wave).executeTakeFirstOrThrow();
	return { wave, release: row.id };
}

/** A session of somebody, by the id that their list of devices gives it. */
async function deviceOf(db: Database, holder: Holder): Promise<string> {
	await sessionTokenOf(db, holder, new Date(Date.now() + 3_600_000));
	const row = await db.selectFrom('session').select('token_hash').where('holder_id', '=', holder.id).executeTakeFirst();
	return row?.token_hash ?? '';
}

/** Files that wait for a yes: the officer's own, and another officer's. */
async function drafts({ db, keyring }: Surroundings, officer: Holder) {
	const draftOf = async (actor: SignedIn) => {
		const file = csv('details.csv', 'CHILD,preferred_name', 'NOBODY,Draftbird Canary');
		const kept = await keepImport(db, keyring, actor, { kind: 'details', file }, new Date());
		if (kept.kind !== 'kept') throw new Error(kept.kind);
		return kept.id;
	};
	const own: SignedIn = { staffId: officer.id, name: '', tenant: 'council', roles: ['participation officer'] };
	return { own: await draftOf(own), other: await draftOf(await staffMember(db, ['participation officer'])) };
}

/** What both young people wrote to us: the first wished for their IRO too, the other for the safeguarding lead alone. */
async function concerns({ db, keyring }: Surroundings, own: string, other: string, iro: string) {
	const sent = { at: new Date(`${TODAY}T09:00:00.000Z`), dueOn: '2099-12-31' };
	const theirs = { ...sent, person: own, words: 'Whisperbird Canary', wish: 'IRO', workerId: iro } as const;
	return {
		own: await sentConcern(db, keyring, theirs),
		other: await sentConcern(db, keyring, { ...sent, person: other, words: 'Murmurbird Canary' }),
		none: randomId()
	};
}

/** A fresh house with everybody in it. */
export async function inhabited(): Promise<Inhabited> {
	const at = await freshSurroundings();
	const { db } = at;
	const staff = async (role: Role, name: string) => ({
		kind: 'staff' as const,
		id: (await staffMember(db, [role], name)).staffId
	});
	const [iro, otherIro] = [await staff('IRO', 'Ina Canary-Iro'), await staff('IRO', 'Otto Canary-Iro')];
	const [worker, otherWorker] = [
		await staff('social worker', 'Wes Canary'),
		await staff('social worker', 'Zoe Canary')
	];
	const own = await child(
		at,
		{ preferred: 'Ownbird Canary', user: 'Brave Canary 1' },
		{ IRO: iro.id, 'social worker': worker.id }
	);
	const other = await child(
		at,
		{ preferred: 'Otherbird Canary', user: 'Brave Canary 2' },
		{ IRO: otherIro.id, 'social worker': otherWorker.id }
	);
	const administrator = await staff('administrator', 'Ada Canary-Admin');
	const advocate = await staff('advocacy worker', 'Viv Canary-Voice');
	const colleague = await staff('safeguarding lead', 'Cole Canary-Colleague');
	const secondAdministrator = await staff('administrator', 'Sid Canary-Admin');
	const { wave, release } = await releaseIn(db);
	const draft = await createWave(db, OPERATOR, { name: 'Draft', opens: '2027-04-01', closes: '2027-05-20' }, TODAY);
	if (draft.kind !== 'created') throw new Error(draft.kind);
	const request = randomId();
	await db
		.insertInto('role_request')
		.values({
			id: request,
			staff_id: colleague.id,
			role: 'administrator',
			asked_by: secondAdministrator.id,
			asked_at: `${TODAY}T09:00:00.000Z`
		})
		.execute();
	const cover = { own: randomId(), other: randomId() };
	const days = { starts: TODAY, ends: '2027-03-05' };
	await db
		.insertInto('cover')
		.values([
			{ id: cover.own, staff_id: iro.id, covered_by: iro.id, ...days },
			{ id: cover.other, staff_id: otherIro.id, covered_by: otherIro.id, ...days }
		])
		.execute();
	const council = {
		'participation officer': await staff('participation officer', 'Olu Canary-Officer'),
		IRO: iro,
		'social worker': worker,
		'safeguarding lead': await staff('safeguarding lead', 'Lee Canary-Lead'),
		'committee member': await staff('committee member', 'Mo Canary-Member'),
		administrator
	};
	// Who sees everybody has said why, for as long as the house is visited.
	for (const { id: staffId } of [council['participation officer'], council['safeguarding lead']])
		for (const { id } of [own, other]) await saidWhy(db, at.keyring, staffId, id, new Date());
	const theirs = await closedWave(db, { name: 'Wave of a colleague', answers: [] });
	const halves = Object.values(council).map(({ id }) => [wave, id] as const);
	await keepRecording(db, RECORDING, 'Next');
	for (const [wave_id, staff_id] of [...halves, [theirs, colleague.id] as const])
		await db
			.insertInto('recovery_half')
			.values({ wave_id, holder: staff_id, destroyed: 0, staff_id, part: 1 })
			.execute();
	return {
		...at,
		holders: { ...council, 'young person': own.account, 'advocacy worker': advocate },
		objects: {
			'young person': { own: own.id, other: other.id, none: randomId() },
			wave: { own: wave, none: randomId() },
			release: { own: release, none: randomId() },
			colleague: { own: colleague.id, other: advocate.id, none: randomId() },
			'role request': { own: request, none: randomId() },
			cover: { ...cover, none: randomId() },
			caseload: { own: iro.id, other: otherIro.id, none: randomId() },
			worker: { own: iro.id, other: otherIro.id },
			device: { other: await deviceOf(db, colleague), none: randomId() },
			'import draft': await drafts(at, council['participation officer']),
			'wave half': { own: wave, other: theirs, none: randomId() },
			recording: { own: RECORDING, none: randomId() },
			concern: await concerns(at, own.id, other.id, iro.id),
			...(await requestsOf(at, own, other, council['safeguarding lead'].id))
		},
		canaries: [
			{ word: 'Ownbird', readers: [...SEES_EVERYONE, 'IRO', 'social worker', 'young person'] },
			{ word: 'Otherbird', readers: SEES_EVERYONE },
			// Their CHILD number here, which stands in their own copy.
			{ word: own.id, readers: [...SEES_EVERYONE, 'IRO', 'social worker', 'young person'] },
			{ word: other.id, readers: SEES_EVERYONE },
			{ word: 'Whisperbird', readers: ['safeguarding lead', 'IRO', 'young person'] },
			{ word: 'Murmurbird', readers: ['safeguarding lead'] },
			{ word: 'Brave Canary 1', readers: ['young person'], itself: true },
			{ word: 'Brave Canary 2', readers: [] },
			{ word: 'Viv Canary-Voice', readers: ['advocacy worker'], itself: true },
			{
				word: 'Cole Canary-Colleague',
				readers: ['administrator', 'participation officer', 'safeguarding lead', 'IRO', 'social worker']
			},
			{ word: '$argon2id$', readers: [] }
		]
	};
}
