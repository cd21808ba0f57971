import { beforeAll, beforeEach, expect, it } from 'vitest';
import { accountEventsOf } from '#lib/auth/young/account-events.server.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Keyring } from '#lib/secrets/keyring.server.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import { passingKeyring } from '../../../tests/open-wave.ts';
import { joinedYoungPerson } from '../../../tests/young-accounts.ts';
import { NO_CHOICE } from './choice.ts';
import { choiceOf, chooseNotices, stopNotices } from './choices.server.ts';
import { ownNotices } from './own-notices.server.ts';

const NOON = new Date('2027-03-01T12:00:00Z');
const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);
const NUMBER = '07700900321';
const TEXT = { ...NO_CHOICE, way: 'text', address: NUMBER } as const;
const channels = { folder: 'notices', filesAreTaken: true, smtp: null, notify: null };

onEveryEngine('choosing how to be told', (open) => {
	let db: Database;
	let keyring: Keyring;
	beforeAll(async () => ({ db } = await open()));
	beforeEach(() => void (keyring = passingKeyring()));

	it('stands among what happened with the account, each time, to be looked at, and without the address', async () => {
		const otter = await joinedYoungPerson(db, keyring, NOON);
		await chooseNotices(db, keyring, otter, TEXT, 'Chrome on Android', later(1));
		await stopNotices(db, keyring, otter, 'Firefox on a computer', later(2));
		const events = (await accountEventsOf(db, otter, 9)).filter(({ what }) => what === 'how you are told changed');
		expect(events).toMatchObject([
			{ at: later(2), device: 'Firefox on a computer', look: true },
			{ at: later(1), device: 'Chrome on Android', look: true }
		]);
		expect(JSON.stringify(events)).not.toContain('321');
	});

	it('gives the page the end of the address and never the whole of it', async () => {
		const otter = await joinedYoungPerson(db, keyring, NOON);
		await chooseNotices(db, keyring, otter, TEXT, 'a test', NOON);
		const own = await ownNotices(db, keyring, otter, { channels, origin: undefined });
		expect(own.choice).toEqual({ way: 'text', addressInPart: '…321', quietFrom: 21, quietTo: 8 });
		expect(JSON.stringify(own)).not.toContain(NUMBER.slice(0, 8));
		expect(await choiceOf(db, keyring, otter, otter.youngPersonId)).toEqual(TEXT);
	});
});
