import { randomBytes } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import type { Database } from '#lib/database/schema.ts';
import { staffMember } from '../../../../tests/accounts.ts';
import { onEveryEngine } from '../../../../tests/databases.ts';
import { OPERATOR, passingFolder, passingKeyring } from '../../../../tests/open-wave.ts';
import { advocacyPublicKey, fingerprintOf, trustedKey } from '../advocacy.server.ts';
import { openKeyring } from '../keyring.server.ts';
import { changeMasterKey, makeServiceKeys, trustService } from './trusting.server.ts';

const NOW = new Date('2027-03-01T09:00:00Z');

onEveryEngine('a change of keys outside a rotation', (open) => {
	let db: Database;
	beforeEach(async () => ({ db } = await open()));
	const recorded = async () =>
		(await db.selectFrom('audit_event').selectAll().where('what', '=', 'keys changed').orderBy('place').execute()).map(
			({ tenant, subject_kind, detail }) => ({ tenant, subject_kind, ...(JSON.parse(detail) as object) })
		);

	it('stands in the record with its fingerprint, once: the pair in the service’s, the trust in the council’s', async () => {
		const [council, service] = [passingKeyring(), openKeyring(passingFolder(), randomBytes(32))];
		const made = await makeServiceKeys(db, service, OPERATOR, NOW);
		if (made.kind !== 'made') throw new Error(made.kind);
		const fingerprint = fingerprintOf(made.publicKey);
		expect(fingerprint).toMatch(/^[\w-]{16}$/);
		const pair = { tenant: 'advocacy', subject_kind: 'key', what: 'advocacy key pair made', fingerprint };
		expect(await recorded()).toEqual([pair]);
		expect(await trustService(db, council, OPERATOR, 'advocacy.nonsense.x', NOW)).toEqual({ kind: 'not a public key' });
		expect(await trustService(db, council, OPERATOR, made.publicKey, NOW)).toEqual({ kind: 'trusted' });
		expect(await trustService(db, council, OPERATOR, made.publicKey, NOW)).toEqual({ kind: 'trusted already' });
		const trust = { tenant: 'council', subject_kind: 'key', what: 'advocacy key trusted', fingerprint };
		expect((await recorded()).filter(({ tenant }) => tenant === 'council')).toEqual([trust]);
		expect(await makeServiceKeys(db, council, OPERATOR, NOW)).toEqual({ kind: 'this is a council’s keyring' });
		expect(await recorded()).toHaveLength(2);
	});

	it('tells of a master key that it began and how it ended, and nothing of the key', async () => {
		const [present, next, folder] = [randomBytes(32), randomBytes(32), passingFolder()];
		openKeyring(folder, present).getOrDraw('tenant/council');
		expect(await changeMasterKey(db, OPERATOR, folder, { present, next }, () => NOW)).toMatchObject({ rewrapped: 1 });
		expect(await recorded()).toMatchObject([
			{ what: 'master key', state: 'begun' },
			{ what: 'master key', state: 'ended', rewrapped: 1, unreadable: 0 }
		]);
		expect(JSON.stringify(await recorded())).not.toContain(next.toString('base64').slice(0, 12));
	});

	it('is the administrators’ and the operator’s', async () => {
		const lead = await staffMember(db, ['safeguarding lead']);
		const [council, service] = [passingKeyring(), openKeyring(passingFolder(), randomBytes(32))];
		expect(await makeServiceKeys(db, service, lead, NOW)).toEqual({ kind: 'not allowed' });
		expect(await trustService(db, council, lead, 'x', NOW)).toEqual({ kind: 'not allowed' });
		expect([advocacyPublicKey(service), trustedKey(council)]).toEqual([null, null]);
		expect(await recorded()).toEqual([]);
	});
});
