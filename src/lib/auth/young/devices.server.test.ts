import { beforeAll, expect, it } from 'vitest';
import type { Database } from '#lib/database/schema.ts';
import { onEveryEngine } from '../../../../tests/databases.ts';
import { passingKeyring } from '../../../../tests/open-wave.ts';
import { joinedYoungPerson } from '../../../../tests/young-accounts.ts';
import { sessionsIn } from '../sessions.server.ts';
import { closesIn } from './devices.server.ts';

const NOW = new Date('2027-03-01T10:00:00Z');
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);

onEveryEngine('a young person’s own page', (open) => {
	let db: Database;
	beforeAll(async () => ({ db } = await open()));

	const here = async (token: string, now: Date) => {
		const session = await sessionsIn(db).read(token, now);
		if (!session) throw new Error('the session is over');
		return session;
	};

	it('closes after ten quiet minutes, and two hours after it was opened, however busy it was', async () => {
		const { accountId } = await joinedYoungPerson(db, passingKeyring(), NOW);
		const holder = { kind: 'young person', id: accountId } as const;
		const token = await sessionsIn(db).open(holder, { means: 'pictures', device: 'x' }, NOW);
		expect(closesIn(await here(token, NOW), NOW)).toEqual({ quiet: 600, altogether: 7200 });
		for (let at = 9; at <= 117; at += 9) await sessionsIn(db).read(token, minutes(at));
		expect(closesIn(await here(token, minutes(119)), minutes(119))).toEqual({ quiet: 600, altogether: 60 });
		expect(await sessionsIn(db).read(token, minutes(120))).toBeNull();
	});
});
