import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { Database } from '#lib/database/schema.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import { finishAll, finishBeforeTheEnd } from './ending.server.ts';
import { jobsAsTheyStand, jobsHealth } from './health.server.ts';
import type { Job } from './job.ts';
import { claimJob, endJob, renewLease, runDueJobs } from './leases.server.ts';

const START = new Date('2027-03-01T09:00:00Z');
const minutesLater = (minutes: number) => new Date(START.getTime() + minutes * 60_000);

onEveryEngine('leased jobs', (open) => {
	let db: Database;
	let another: () => Database;
	let now = START;
	let ran: string[] = [];
	beforeAll(async () => ({ db, another } = await open()));
	beforeEach(async () => {
		await db.deleteFrom('job').execute();
		now = START;
		ran = [];
	});
	const clock = () => now;
	const job = (name: string, more: Partial<Job<Date>> = {}): Job<Date> => ({
		name,
		pattern: '7 * * * *',
		leaseMinutes: 10,
		run: (at) => Promise.resolve(ran.push(`${name} ${at.toISOString().slice(11, 16)}`)),
		...more
	});
	const look = (jobs: Job<Date>[], server = 'one', handle = db) => runDueJobs(handle, jobs, server, (at) => at, clock);
	const rowOf = (name: string) => db.selectFrom('job').selectAll().where('name', '=', name).executeTakeFirstOrThrow();

	it('does a new job at once, and then at its times', async () => {
		const jobs = [job('counting'), job('hourly', { pattern: '0 * * * *' })];
		expect(await look(jobs)).toHaveLength(2);
		for (const minutes of [0, 6, 7, 7.5, 30, 60, 67]) {
			now = minutesLater(minutes);
			await look(jobs);
		}
		expect(ran.sort()).toEqual(
			['counting 09:00', 'hourly 09:00', 'counting 09:07', 'hourly 10:00', 'counting 10:07'].sort()
		);
		expect(await rowOf('counting')).toMatchObject({
			due_at: '2027-03-01T11:07:00.000Z',
			leased_by: null,
			attempts: 0,
			outcome: 'done',
			ended_at: '2027-03-01T10:07:00.000Z'
		});
	});

	it('does each once when several servers look at the same moment', async () => {
		const jobs = ['a', 'b', 'c', 'd', 'e'].map((name) => job(name));
		const handles = [db, another(), another(), another()];
		await Promise.all(handles.flatMap((handle, n) => [look(jobs, `${n}`, handle), look(jobs, `${n} again`, handle)]));
		expect(ran.sort()).toEqual(jobs.map(({ name }) => `${name} 09:00`));
	});

	it('does not let a slow job hold up the urgent ones', async () => {
		let finish = () => undefined as unknown;
		const slow = job('slow', { run: () => new Promise((resolve) => (finish = () => resolve(ran.push('slow')))) });
		const jobs = [slow, job('urgent', { pattern: '* * * * *' })];
		const first = look(jobs);
		await vi.waitFor(() => expect(ran).toEqual(['urgent 09:00']));
		now = minutesLater(1);
		expect(await look(jobs)).toEqual([{ name: 'urgent', outcome: 'done' }]);
		finish();
		expect(await first).toContainEqual({ name: 'slow', outcome: 'done' });
	});

	it('is taken over when a server died at it, and not a moment before', async () => {
		const jobs = [job('taken')];
		await db.insertInto('job').values({ name: 'taken', due_at: START.toISOString(), attempts: 0 }).execute();
		const dead = await claimJob(db, job('taken'), 'dead', START);
		now = minutesLater(9.99);
		expect(await look(jobs)).toEqual([]);
		now = minutesLater(10);
		expect(await look(jobs)).toEqual([{ name: 'taken', outcome: 'done' }]);
		expect(ran).toEqual(['taken 09:10']);
		expect(dead).toMatchObject({ attempts: 1 });
	});

	it('lets nobody write the end who lost it meanwhile', async () => {
		await db.insertInto('job').values({ name: 'lost', due_at: START.toISOString(), attempts: 0 }).execute();
		const lost = job('lost');
		const late = await claimJob(db, lost, 'late', START);
		const fresh = await claimJob(db, lost, 'late', minutesLater(11));
		if (!late || !fresh) throw new Error('both were given it, one after the other');
		expect(await renewLease(db, late, lost, minutesLater(12))).toBe(false);
		expect(await endJob(db, late, lost, 'failed', minutesLater(12))).toBe(false);
		expect(await rowOf('lost')).toMatchObject({ leased_by: fresh.holder, outcome: null });
		expect(await endJob(db, fresh, lost, 'done', minutesLater(13))).toBe(true);
	});

	it('keeps a long job as long as its server is at it', async () => {
		vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
		try {
			let finish = () => undefined as unknown;
			const long = job('long', { run: () => new Promise((resolve) => (finish = () => resolve(null))) });
			const first = look([long]);
			await vi.waitFor(async () => expect((await rowOf('long')).attempts).toBe(1));
			for (const minutes of [4, 8, 12, 16]) {
				now = minutesLater(minutes);
				await vi.advanceTimersByTimeAsync(200_000);
				const until = minutesLater(minutes + 10).toISOString();
				await vi.waitFor(async () => expect((await rowOf('long')).leased_until).toBe(until));
				expect(await look([long], 'two')).toEqual([]);
			}
			finish();
			expect(await first).toEqual([{ name: 'long', outcome: 'done' }]);
		} finally {
			vi.useRealTimers();
		}
	});

	it('tries what failed again, later each time, and says so without what was in it', async () => {
		const broken = job('broken', { run: () => Promise.reject(new Error('the words of a child')) });
		expect(await look([broken])).toEqual([{ name: 'broken', outcome: 'failed' }]);
		expect(await rowOf('broken')).toMatchObject({ outcome: 'failed', attempts: 1, leased_by: null });
		for (const minutes of [0.9, 1, 2.9, 3]) {
			now = minutesLater(minutes);
			await look([broken]);
		}
		expect(await rowOf('broken')).toMatchObject({ attempts: 3, due_at: minutesLater(7).toISOString() });
		const [finding] = await jobsHealth(db, now, [broken]);
		expect(finding).toMatchObject({ what: 'Broken', state: 'wrong' });
		expect(JSON.stringify(finding)).not.toContain('child');
		now = minutesLater(7);
		await look([job('broken')]);
		expect(await jobsHealth(db, now, [broken])).toMatchObject([{ state: 'good' }]);
	});

	it('says what nobody does any longer', async () => {
		const jobs = [job('hourly')];
		expect(await jobsHealth(db, START, jobs)).toMatchObject([{ state: 'warning' }]);
		await look(jobs);
		expect(await jobsHealth(db, minutesLater(120), jobs)).toMatchObject([{ state: 'good' }]);
		const [overdue] = await jobsHealth(db, minutesLater(128), jobs);
		expect(overdue).toMatchObject({ state: 'wrong' });
		expect(overdue?.words).toContain('Overdue since 1 March 2027 at 09:07');
		const [standing] = await jobsAsTheyStand(db, now, jobs);
		expect(standing).toMatchObject({ outcome: 'done', running: false, ended: START });
	});
});

it('finishes what it began before the end, but does not wait for ever', async () => {
	const order: string[] = [];
	finishBeforeTheEnd(() => Promise.resolve(order.push('finished')));
	finishBeforeTheEnd(() => Promise.reject(new Error('no matter')));
	await finishAll();
	finishBeforeTheEnd(() => new Promise(() => undefined));
	await finishAll(1);
	expect(order).toEqual(['finished']);
});
