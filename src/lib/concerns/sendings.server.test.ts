/*
 * How much may be sent in an hour.
 */
import { beforeAll, expect, it } from 'vitest';
import { onEveryEngine } from '../../../tests/databases.ts';
import { passingKeyring } from '../../../tests/open-wave.ts';
import type { Database } from '#lib/database/schema.ts';
import { countSending } from './sendings.server.ts';

const NOW = new Date('2027-03-05T19:00:00Z');
const FIVE_MINUTES_LATER = new Date('2027-03-05T19:05:01Z');

onEveryEngine('how much may be sent', (open) => {
	let db: Database;
	beforeAll(async () => {
		({ db } = await open());
	});

	it('is twenty in five minutes from everybody without an account together: a child waits minutes, and with an account not at all', async () => {
		const keyring = passingKeyring();
		const count = (who: string, isOpen: boolean, now = NOW) => countSending(db, keyring, who, { open: isOpen, now });
		for (let sent = 0; sent < 20; sent += 1) expect(await count(`browser ${sent}`, true)).toBeNull();
		const wait = await count('one more', true);
		expect(wait).toBeGreaterThan(0);
		expect(wait).toBeLessThanOrEqual(300);
		expect(await count('a child with an account', false)).toBeNull();
		expect(await count('one more', true, FIVE_MINUTES_LATER)).toBeNull();
	});
});
