import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openLedger } from '#lib/audit/ledger.server.ts';
import { record } from '#lib/audit/record.server.ts';
import { THE_SERVER } from '#lib/auth/actor.ts';
import { askMyself } from '#lib/data-rights/asking.server.ts';
import { inTransaction } from '#lib/database/handle.server.ts';
import { notify } from '#lib/notices/outbox.server.ts';
import { ownersKey, tenantKeyVersions } from '#lib/secrets/records.server.ts';
import { rotateKeys } from '#lib/secrets/rotation/rotating.server.ts';
import { readConfiguration } from '#lib/settings/configuration.server.ts';
import { drawWaveKeys, wavesWithKeys } from '#lib/waves/wave-keys.server.ts';
import { staffMember } from '../../../tests/accounts.ts';
import { sentConcern } from '../../../tests/data/concerned.ts';
import { heldPerson } from '../../../tests/data/held-person.ts';
import { fillSealedColumns } from '../../../tests/data/sealed-rows.ts';
import { openWaveOf, OPERATOR } from '../../../tests/open-wave.ts';
import { freshSurroundings } from '../../../tests/server/surroundings.ts';
import { JOBS } from './list.server.ts';

const NOW = new Date('2027-03-01T09:00:00Z');
const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000);

/** A council of its own, and what runs one job of the list in it. */
async function atCouncil() {
	const around = await freshSurroundings();
	onTestFinished(() => around.remove());
	const { db, keyring, settings, folder } = around;
	const copy = join(folder, 'copy');
	const read = readConfiguration({ ...settings, EARSHOT_COPY: copy });
	if (read.kind === 'incomplete') throw new Error(read.faults.join());
	const { configuration } = read;
	const ledger = openLedger(configuration.ledger, keyring);
	const run = async (name: string, now = NOW) => {
		const job = JOBS.find((one) => one.name === name);
		if (!job) throw new Error(`there is no job “${name}”`);
		await job.run({ db, keyring, ledger, configuration, now });
	};
	const events = async () => (await db.selectFrom('audit_event').select('what').execute()).map(({ what }) => what);
	const notices = async () =>
		(await db.selectFrom('notice').select(['what', 'state']).execute()).map(({ what, state }) => `${what}: ${state}`);
	return { ...around, ledger, configuration, copy, run, events, notices };
}

it('names everything that the server does by itself, each once', () => {
	expect(JOBS.map(({ name }) => name).sort()).toEqual([
		'anchoring the record',
		'backing up',
		'checking the record',
		'collecting comments',
		'copying keys and ledger',
		'destroying old keys',
		'destroying stray keys',
		'dropping old drafts',
		'escalating what is late',
		'finishing erasures',
		'forgetting old guesses',
		'forgetting old imports',
		'forgetting old sessions',
		'letting go of what is over its time',
		'noting the pace',
		'proving that each box can be counted',
		'reminding of requests about data',
		'sending notices'
	]);
});

it('sends up what nobody has seen, once', async () => {
	const { db, keyring, run } = await atCouncil();
	await staffMember(db, ['safeguarding lead']);
	await sentConcern(db, keyring, { at: days(-4), dueOn: '2027-02-26' });
	const steps = async () => (await db.selectFrom('concern_escalation').selectAll().execute()).length;
	await run('escalating what is late');
	expect(await steps()).toBe(1);
	await run('escalating what is late');
	expect(await steps()).toBe(1);
});

it('sends what waits, and lets go of what went out long ago', async () => {
	const { db, run, notices, events } = await atCouncil();
	const { staffId: id } = await staffMember(db, ['safeguarding lead']);
	await inTransaction(db, (writing) =>
		notify(writing, { to: { kind: 'staff', id }, what: 'concern waiting', once: 'one' }, NOW)
	);
	await run('sending notices', days(1));
	expect(await notices()).toEqual(['concern waiting: sent']);
	await run('letting go of what is over its time', days(10));
	expect(await notices()).toHaveLength(1);
	await run('letting go of what is over its time', days(120));
	expect(await notices()).toEqual([]);
	expect(await events()).toContain('retention ran');
});

it('anchors the record, and tells the administrators when it was changed', async () => {
	const { db, run, ledger, notices } = await atCouncil();
	await staffMember(db, ['administrator']);
	await inTransaction(db, (writing) => record(writing, OPERATOR, { what: 'exported' }, NOW));
	expect(ledger.read().lines).toEqual([]);
	await run('anchoring the record');
	expect(ledger.read().lines).toMatchObject([{ kind: 'anchor', tenant: 'council' }]);
	await run('checking the record');
	expect(await notices()).toEqual([]);
	await db.updateTable('audit_event').set({ actor_name: 'somebody else' }).execute();
	await run('checking the record');
	expect(await notices()).toEqual(['record damaged: waiting']);
});

it('erases what the ledger says was erased', async () => {
	const { db, keyring, run, ledger } = await atCouncil();
	const { id } = await heldPerson(db, keyring, NOW);
	await ledger.append({ kind: 'erased', youngPersonId: id }, NOW);
	await run('finishing erasures');
	expect(keyring.has(ownersKey(id))).toBe(false);
	expect(await db.selectFrom('young_person').select('id').where('id', '=', id).execute()).toEqual([]);
});

it('reminds of a request whose day is over', async () => {
	const { db, keyring, run, notices } = await atCouncil();
	await staffMember(db, ['safeguarding lead']);
	const { accountId, id } = await heldPerson(db, keyring, NOW);
	const me = { accountId, youngPersonId: id };
	await askMyself(db, keyring, me, { kind: 'copy', words: null, once: 'one' }, NOW);
	const overdue = async () => (await notices()).filter((one) => one.startsWith('data request overdue'));
	await run('reminding of requests about data', days(5));
	expect(await overdue()).toEqual([]);
	await run('reminding of requests about data', days(40));
	expect((await overdue()).length).toBeGreaterThan(0);
});

it('writes the day’s backup, and copies keyring and ledger where a folder is named', async () => {
	const { run, configuration, copy, ledger } = await atCouncil();
	await run('backing up');
	expect(readdirSync(configuration.backups)).toEqual(['earshot-2027-03-01T09-00-00-000Z.age']);
	await ledger.append({ kind: 'erased', youngPersonId: 'nobody' }, NOW);
	await run('copying keys and ledger');
	expect(existsSync(join(copy, 'keyring/tenant/identity.key'))).toBe(true);
	expect(existsSync(join(copy, 'ledger/ledger.jsonl'))).toBe(true);
});

it('destroys old keys when no backup needs them, and fails when records do not open', async () => {
	const { db, keyring, run } = await atCouncil();
	await fillSealedColumns(db, keyring, () => 'words');
	await rotateKeys(db, keyring, 'council', THE_SERVER, () => NOW);
	await run('destroying old keys', days(10));
	expect(tenantKeyVersions(keyring, 'council')).toEqual([1, 2]);
	const details = () => db.selectFrom('young_person').select(['id', 'details_sealed']).executeTakeFirstOrThrow();
	const { details_sealed } = await details();
	const broken = details_sealed?.replace(/^\w+\.2\./, (begins) => begins.replace('2', '1')) ?? '';
	expect(broken).not.toBe(details_sealed);
	await db.updateTable('young_person').set({ details_sealed: broken }).execute();
	await expect(run('destroying old keys', days(20))).rejects.toThrow('do not open');
	expect(tenantKeyVersions(keyring, 'council')).toEqual([1, 2]);
	await db.updateTable('young_person').set({ details_sealed }).execute();
	await run('destroying old keys', days(20));
	expect(tenantKeyVersions(keyring, 'council')).toEqual([2]);
});

it('destroys the keys of a wave that was counted, and no other’s', async () => {
	const { db, keyring, run } = await atCouncil();
	const { wave } = await openWaveOf(db, keyring, 1);
	const { wave: counted } = await openWaveOf(db, keyring, 1);
	await db.updateTable('wave').set({ status: 'closed' }).where('id', '=', counted.id).execute();
	(await drawWaveKeys(counted.id)).keep(keyring);
	await run('destroying stray keys');
	expect(wavesWithKeys(keyring)).toEqual([wave.id]);
});

it('forgets files that waited an hour for a yes', async () => {
	const { db, run } = await atCouncil();
	const { staffId: staff_id } = await staffMember(db, ['participation officer']);
	const made_at = NOW.toISOString();
	await db.insertInto('import_draft').values({ id: randomUUID(), staff_id, made_at, sealed: 'x' }).execute();
	const waiting = async () => (await db.selectFrom('import_draft').select('id').execute()).length;
	await run('forgetting old imports', new Date(NOW.getTime() + 59 * 60_000));
	expect(await waiting()).toBe(1);
	await run('forgetting old imports', new Date(NOW.getTime() + 61 * 60_000));
	expect(await waiting()).toBe(0);
});
