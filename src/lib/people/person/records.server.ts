/*
 * One young person's row as what can be put right by hand: reading it, and writing the fields that changed. Who may, and
 * what is recorded, is corrections.server.ts and additions.server.ts.
 */
import { colleaguesOf } from '#lib/auth/staff/accounts.server.ts';
import { flag } from '#lib/database/flag.ts';
import type { Database, Writing } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { CASELOAD_ROLES, type CaseloadRole } from '../caseload.ts';
import type { TheirRecord } from '../caseloads.server.ts';
import { NO_DETAILS, type SealedDetails } from '../detail.ts';
import { sealDetails } from '../details.server.ts';
import type { Standing } from '../roster.ts';
import { whoCanHold } from '../workers/match.ts';
import { assign, unassign } from '../workers/matches.server.ts';
import { STANDING_FIELDS, type Correctable, type Field } from './correction.ts';

const WORKER_FIELD: Readonly<Record<CaseloadRole, 'iro' | 'socialWorker'>> = {
	IRO: 'iro',
	'social worker': 'socialWorker'
};

/** What can be corrected of somebody, as it was stored when their record was read. */
export async function storedCorrectable(
	db: Database,
	{ row, details }: Pick<TheirRecord, 'row' | 'details'>
): Promise<Correctable> {
	const workers = await db.selectFrom('caseload').selectAll().where('young_person_id', '=', row.id).execute();
	const worker = (role: CaseloadRole) => workers.find((one) => one.role === role)?.staff_id ?? null;
	return {
		...details,
		language: row.language,
		interpreter: row.interpreter === 1,
		addressUnsafe: row.address_unsafe === 1,
		optedOut: row.opted_out === 1,
		team: row.team,
		district: row.district,
		accountWanted: row.account_wanted === 1,
		unaccompanied: row.unaccompanied === 1,
		standing: row.standing as Standing,
		shortBreaks: row.short_breaks === 1,
		withAdopters: row.with_adopters === 1,
		died: row.died === 1,
		born: row.born,
		sex: row.sex,
		iro: worker('IRO'),
		socialWorker: worker('social worker')
	};
}

/** What is wrong with the workers chosen: each needs an open account with the role. */
export async function colleagueFaults(
	db: Database,
	given: Partial<Correctable>,
	before: Correctable | null
): Promise<string[]> {
	const colleagues = await colleaguesOf(db, 'council');
	return CASELOAD_ROLES.flatMap((role) => {
		const chosen = given[WORKER_FIELD[role]];
		if (!chosen || chosen === before?.[WORKER_FIELD[role]]) return [];
		const able = whoCanHold(colleagues, role).some(({ id }) => id === chosen);
		return able ? [] : [`Choose the ${role} from the list: they need an account that is open, with that role.`];
	});
}

/** Writes those fields of somebody who exists. */
export async function writeCorrectable(
	writing: Writing,
	keyring: Keyring,
	id: string,
	after: Correctable,
	fields: readonly Field[],
	today: string
): Promise<void> {
	const { preferredName, school, communicationNeeds, disability, mayBeTold } = after;
	const details: SealedDetails = { preferredName, school, communicationNeeds, disability, mayBeTold };
	await writing
		.updateTable('young_person')
		.set({
			language: after.language,
			interpreter: flag(after.interpreter),
			address_unsafe: flag(after.addressUnsafe),
			opted_out: flag(after.optedOut),
			team: after.team,
			district: after.district,
			account_wanted: flag(after.accountWanted),
			unaccompanied: flag(after.unaccompanied),
			standing: after.standing,
			short_breaks: flag(after.shortBreaks),
			with_adopters: flag(after.withAdopters),
			died: flag(after.died),
			born: after.born,
			sex: after.sex,
			...(fields.some((field) => field in NO_DETAILS) ? { details_sealed: sealDetails(keyring, id, details) } : {}),
			...(fields.some((field) => STANDING_FIELDS.includes(field)) ? { added_on: today } : {})
		})
		.where('id', '=', id)
		.execute();
	for (const role of CASELOAD_ROLES) {
		const staff = after[WORKER_FIELD[role]];
		if (!fields.includes(WORKER_FIELD[role])) continue;
		if (staff) await assign(writing, [{ young_person_id: id, role, staff_id: staff }], today);
		else await unassign(writing, role, [id]);
	}
}

/** Colleagues who can be chosen as workers, by role; whoever is chosen now stays in the list, even with a closed account. */
export async function workerChoices(db: Database, stored: Correctable | null) {
	const colleagues = await colleaguesOf(db, 'council');
	const choices = (role: CaseloadRole) => {
		const able = whoCanHold(colleagues, role);
		const now = colleagues.filter(
			({ id }) => id === stored?.[WORKER_FIELD[role]] && !able.some((one) => one.id === id)
		);
		return [...able, ...now].map(({ id, name }) => ({ id, name }));
	};
	return { IRO: choices('IRO'), 'social worker': choices('social worker') };
}
