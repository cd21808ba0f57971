/*
 * A member of staff's own account as they see it, and signing out one's own devices. Changing factors and the password is
 * beside.
 */
import { record, recordedAbout } from '#lib/audit/record.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import type { SignedIn } from '../../actor.ts';
import { sessionsIn, type Device, type Holder } from '../../sessions.server.ts';
import type { Happening } from './happening.ts';
import { factorsOf, type Factors } from './second-factors.server.ts';

const LATEST = 30;

export interface OwnAccount {
	email: string;
	/** False for who comes by single sign-on only. */
	password: boolean;
	factors: Factors;
	/** The latest used first; `here` is the one that asks. */
	devices: (Device & { here: boolean })[];
	/** The newest first. */
	happened: Happening[];
}

const holderOf = ({ staffId: id }: SignedIn): Holder => ({ kind: 'staff', id });

/** One's own account; `session` is the id of the session that asks. */
export async function ownAccount(db: Database, actor: SignedIn, session: string, now: Date): Promise<OwnAccount> {
	const staff = await db
		.selectFrom('staff')
		.select(['email', 'password_hash'])
		.where('id', '=', actor.staffId)
		.executeTakeFirstOrThrow();
	const devices = await sessionsIn(db).devicesOf(holderOf(actor), now);
	const subject = { kind: 'staff', id: actor.staffId };
	return {
		email: staff.email,
		password: staff.password_hash !== null,
		factors: await factorsOf(db, actor.staffId),
		devices: devices.map((device) => ({ ...device, here: device.id === session })),
		happened: await recordedAbout(db, actor.tenant, subject, LATEST)
	};
}

/** Signs out one of one's own devices, at once; false when it is not theirs. */
export async function signOutDevice(db: Database, actor: SignedIn, id: string, now: Date): Promise<boolean> {
	return inTransaction(db, async (writing) => {
		if (!(await sessionsIn(writing).closeDevice(holderOf(actor), id))) return false;
		const subject = { kind: 'staff', id: actor.staffId } as const;
		await record(writing, actor, { what: 'device signed out', subject, detail: { all: false } }, now);
		return true;
	});
}

/** Signs out all of one's own devices but the one that asks, at once. */
export async function signOutOthers(db: Database, actor: SignedIn, session: string, now: Date): Promise<void> {
	await inTransaction(db, async (writing) => {
		await sessionsIn(writing).closeAll(holderOf(actor), session);
		const subject = { kind: 'staff', id: actor.staffId } as const;
		await record(writing, actor, { what: 'device signed out', subject, detail: { all: true } }, now);
	});
}
