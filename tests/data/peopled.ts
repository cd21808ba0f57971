/*
 * The small return in a roster with its workers, for tests of people/: fresh for each test, in one database for a suite.
 */
import type { SignedIn } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import { importDetails } from '#lib/people/details.server.ts';
import { importReturn } from '#lib/people/import.server.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { staffMember } from '../accounts.ts';
import { OPERATOR, passingKeyring } from '../open-wave.ts';
import { smallReturn, withoutPeople } from './small-return.ts';

export const AS_OF = '2018-03-31';
export const NOW = new Date('2018-04-10T12:00:00Z');
export const TODAY = '2018-04-10';

export interface Peopled {
	keyring: Keyring;
	officer: SignedIn;
	lead: SignedIn;
	administrator: SignedIn;
	amina: SignedIn;
	sunil: SignedIn;
	banks: SignedIn;
	/** The id of a child of the small return. */
	id(child: string): string;
	/** The details of the latest event of the record. */
	lastEvent(): Promise<{ what: string; subject: string | null; detail: unknown }>;
}

/** The four of the small return; A1 and B2 are Amina Bello's, A1 is B. Banks's too. */
export async function peopled(db: Database): Promise<Peopled> {
	await withoutPeople(db);
	for (const table of ['cover', 'import_draft', 'staff_role', 'staff'] as const) await db.deleteFrom(table).execute();
	const keyring = passingKeyring();
	const officer = await staffMember(db, ['participation officer'], 'Priya Nair');
	const lead = await staffMember(db, ['safeguarding lead'], 'Ruth Lead');
	const administrator = await staffMember(db, ['administrator'], 'Sam Okoro');
	const amina = await staffMember(db, ['IRO'], 'Amina Bello');
	const sunil = await staffMember(db, ['IRO'], 'Sunil Rao');
	const banks = await staffMember(db, ['social worker'], 'B. Banks');
	await importReturn(db, OPERATOR, smallReturn(), { asOf: AS_OF, strict: true }, NOW);
	const details = [
		'CHILD,preferred_name,iro,social_worker,language',
		'A1,Kofi,Amina Bello,B. Banks,Twi',
		'B2,Mia,Amina Bello,Nobody Known,English'
	];
	await importDetails(db, keyring, OPERATOR, details.join('\n'), { strict: true }, NOW);
	const rows = await db.selectFrom('young_person').select(['id', 'child']).execute();
	const ids = new Map(rows.map(({ id, child }) => [child, id]));
	return {
		keyring,
		officer,
		lead,
		administrator,
		amina,
		sunil,
		banks,
		id: (child) => ids.get(child) ?? '',
		async lastEvent() {
			const event = await db.selectFrom('audit_event').selectAll().orderBy('place', 'desc').executeTakeFirstOrThrow();
			return { what: event.what, subject: event.subject_id, detail: JSON.parse(event.detail) as unknown };
		}
	};
}
