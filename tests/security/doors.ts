/*
 * Every door where somebody could guess: how a guess is made there, with subjects that exist, that never existed, and
 * that exist but may not come in. Asking and comparing are the test's.
 */
import { randomBytes } from 'node:crypto';
import { CODE_LENGTH, codeFromBytes, printedCode } from '#lib/secrets/code.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import { slowHash } from '#lib/secrets/hashing.server.ts';
import { storedUserName } from '#lib/auth/young/user-names.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { youngPerson } from '../accounts.ts';
import type { Surroundings } from '../server/surroundings.ts';
import type { Answered, Visitor } from '../server/visitor.ts';

export interface Door {
	name: string;
	/** Subjects by what they are; one kind is 'never existed'. All are of the same length, so that bodies are too. */
	subjects: Readonly<Record<string, readonly string[]>>;
	/** What comes before the guess, if anything. */
	before(visitor: Visitor, subject: string): Promise<void>;
	/** One wrong guess. */
	guess(visitor: Visitor, subject: string): Promise<Answered>;
}

const HOW_MANY = 4;
const several = <T>(make: (n: number) => T): T[] => Array.from({ length: HOW_MANY }, (_, n) => make(n));
const nothingBefore = async () => undefined;
const letters = () => randomBytes(6).toString('hex');

async function staffDoor(db: Database): Promise<Door> {
	const password_hash = await slowHash('what nobody guesses here');
	const kinds = {
		wrong: { password_hash, enrolled: 1, disabled: 0 },
		disabled: { password_hash, enrolled: 1, disabled: 1 },
		'not enrolled': { password_hash: null, enrolled: 0, disabled: 0 }
	} as const;
	const subjects: Record<string, string[]> = { 'never existed': several(() => `${letters()}@council.example`) };
	for (const [kind, columns] of Object.entries(kinds)) {
		subjects[kind] = several(() => `${letters()}@council.example`);
		for (const email of subjects[kind])
			await db
				.insertInto('staff')
				.values({ id: randomId(), email, name: 'Ann Other', tenant: 'council', ...columns })
				.execute();
	}
	const form = (email: string): [string, string][] => [
		['email', email],
		['password', 'a guess of long words']
	];
	return {
		name: '/sign-in/staff',
		subjects,
		before: nothingBefore,
		guess: (visitor, email) => visitor.once('/sign-in/staff', form(email))
	};
}

const drawn = () => codeFromBytes(randomBytes(CODE_LENGTH));

/** A door of codes: a known selector with a wrong verifier, or a selector that never was. */
function codeDoor(path: string, known: readonly string[]): Door {
	const wrong = known.map((selector) => printedCode({ ...drawn(), selector }));
	return {
		name: path,
		subjects: { 'never existed': several(() => printedCode(drawn())), wrong },
		before: nothingBefore,
		guess: (visitor, code) => visitor.once(path, [['code', code]])
	};
}

async function enrolments(db: Database): Promise<string[]> {
	const verifier_hash = await slowHash('never typed');
	const staff = await db.selectFrom('staff').select('id').where('enrolled', '=', 1).where('disabled', '=', 0).execute();
	const selectors = several(() => drawn().selector);
	for (const [n, selector] of selectors.entries())
		await db
			.insertInto('enrolment')
			.values({
				selector,
				verifier_hash,
				staff_id: staff[n]?.id ?? '',
				made_at: '2026-01-01T00:00:00.000Z',
				expires_at: '2999-01-01T00:00:00.000Z'
			})
			.execute();
	return selectors;
}

async function cards(db: Database, state: string): Promise<string[]> {
	const verifier_hash = await slowHash('never typed');
	const selectors = several(() => drawn().selector);
	for (const selector of selectors)
		await db
			.insertInto('joining_card')
			.values({
				selector,
				verifier_hash,
				young_person_id: await youngPerson(db),
				made_by: 'Ann Other',
				made_at: '2026-01-01T00:00:00.000Z',
				expires_at: '2999-01-01T00:00:00.000Z',
				state
			})
			.execute();
	return selectors;
}

/** Young people's accounts with a picture password, and with secret words. */
async function youngDoors({ db, keyring }: Surroundings): Promise<Door[]> {
	const hash = await slowHash('never tapped');
	const named = async (columns: { pictures_hash: string | null; words_hash: string | null }) => {
		const names = several(() => `Otter ${letters()}`);
		for (const name of names) {
			const id = randomId();
			const youngPersonId = await youngPerson(db);
			const own = { id, young_person_id: youngPersonId, made_at: '2026-01-01T00:00:00.000Z' };
			await db
				.insertInto('young_account')
				.values({ ...own, ...storedUserName(keyring, { accountId: id, youngPersonId }, name), ...columns })
				.execute();
		}
		return names;
	};
	const pictures = await named({ pictures_hash: hash, words_hash: null });
	const words = await named({ pictures_hash: null, words_hash: hash });
	const never = () => several(() => `Otter ${letters()}`);
	const says = (way: string) => async (visitor: Visitor, name: string) =>
		void (await visitor.once('/sign-in', [
			['name', name],
			['way', way]
		]));
	const tapped = ['cat', 'sun', 'cat', 'sun'].map((picture): [string, string] => ['picture', picture]);
	return [
		{
			name: '/sign-in/pictures',
			subjects: { 'never existed': never(), wrong: pictures, 'has no pictures': words },
			before: says('pictures'),
			guess: (visitor) => visitor.once('/sign-in/pictures', tapped)
		},
		{
			name: '/sign-in/words',
			subjects: { 'never existed': never(), wrong: words, 'has no words': pictures },
			before: says('words'),
			guess: (visitor) => visitor.once('/sign-in/words', [['words', 'blue dogs eat cake']])
		}
	];
}

/** All doors of a house, with whoever lives behind them. */
export async function doorsOf(at: Surroundings): Promise<Door[]> {
	const { db } = at;
	const staff = await staffDoor(db);
	return [
		staff,
		codeDoor('/enrol', await enrolments(db)),
		codeDoor('/join', [...(await cards(db, 'waiting')), ...(await cards(db, 'stopped'))]),
		codeDoor('/sign-in/card', await cards(db, 'signs in')),
		...(await youngDoors(at))
	];
}
