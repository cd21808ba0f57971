/*
 * Two processes on one database, a real mail server and a server that speaks like GOV.UK Notify: each job once, each notice
 * delivered once; then the senders are killed at random points, and none is lost. Numbers grow for the drill.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inTransaction } from '#lib/database/handle.server.ts';
import { NO_CHOICE } from '#lib/notices/choice.ts';
import { chooseNotices } from '#lib/notices/choices.server.ts';
import { notify } from '#lib/notices/outbox.server.ts';
import type { Check } from '../ballots/checks.ts';
import { notifyServer } from '../server/notify.ts';
import { mailServer } from '../server/smtp.ts';
import { freshSurroundings, type Surroundings } from '../server/surroundings.ts';
import { inviteYoungPeople } from '../waves/opened.ts';
import { staffIn } from './people.ts';
import { TICK_MS, type Told } from './sender.ts';

export interface Sized {
	engine: 'SQLite' | 'PostgreSQL';
	/** Of each channel. */
	notices: number;
	kills: number;
	/** How many times as fast the clock of the senders runs: a notice's lease of two minutes is 120 s divided by it. */
	speed: number;
}

const JOBS = ['tidying', 'counting', 'escalating', 'checking', 'backing up'];
const PATIENCE_MS = 300_000;

/** Writes so many notices to staff, by email, and so many to young people who chose texts, one each. */
async function writeNotices({ db, keyring }: Surroundings, count: number, now: Date): Promise<string[]> {
	const lead = await staffIn(db, 'lead@council.example');
	const people = await inviteYoungPeople(db, count, now.toISOString().slice(0, 10));
	for (const [n, youngPersonId] of people.entries()) {
		const address = `07700${String(900_000 + n)}`;
		const choice = { ...NO_CHOICE, way: 'text', address, quietFrom: 0, quietTo: 0 } as const;
		await chooseNotices(db, keyring, { accountId: 'none', youngPersonId }, choice, 'a test', now);
	}
	await inTransaction(db, async (writing) => {
		for (const [n, id] of people.entries()) {
			const to = { kind: 'young person', id } as const;
			await notify(writing, { to, what: 'new message', once: `message ${n}` }, now);
			const staff = { kind: 'staff', id: lead } as const;
			await notify(writing, { to: staff, what: 'concern waiting', once: `concern ${n}` }, now);
		}
	});
	return (await db.selectFrom('notice').select('id').execute()).map(({ id }) => id);
}

/** How often each job ran in each of its ticks. */
function runsIn(journal: string): { runs: number; processes: number; twice: string[]; jobs: Set<string> } {
	const lines = existsSync(journal) ? readFileSync(journal, 'utf8').trim().split('\n') : [];
	const seen = new Map<string, number>();
	for (const line of lines) {
		const [name = '', at = ''] = line.split('\t');
		const tick = `${name} ${Math.floor(Number(at) / TICK_MS)}`;
		seen.set(tick, (seen.get(tick) ?? 0) + 1);
	}
	return {
		runs: lines.length,
		processes: new Set(lines.map((line) => line.split('\t')[2])).size,
		twice: [...seen].filter(([, count]) => count > 1).map(([tick]) => tick),
		jobs: new Set(lines.map((line) => line.split('\t')[0] ?? ''))
	};
}

/** Runs two senders until every notice has ended, killing them by turns at random moments. */
async function sendThroughKills(
	{ db }: Surroundings,
	told: Told,
	kills: number,
	delivered: () => number
): Promise<{ said: string[]; killed: number }> {
	const said: string[] = [];
	let killed = 0;
	const start = (): ChildProcess => {
		const child = spawn(process.execPath, ['tests/notices/sender.ts', JSON.stringify(told)], {
			stdio: ['ignore', 'ignore', 'pipe']
		});
		child.stderr?.on('data', (bytes: Buffer) => said.push(bytes.toString()));
		return child;
	};
	const kill = async (child: ChildProcess | undefined) => {
		if (!child || child.exitCode !== null || child.signalCode !== null) return;
		const gone = once(child, 'exit');
		child.kill('SIGKILL');
		await gone;
	};
	const senders = [start(), start()];
	const began = Date.now();
	const left = async () =>
		(await db.selectFrom('notice').select('id').where('state', 'in', ['waiting', 'sending']).execute()).length;
	try {
		for (let n = 0; n < kills; n += 1) {
			// In the midst of it: somebody has sent something since the last time, and then some moments more.
			for (const before = delivered(); delivered() === before && Date.now() - began < PATIENCE_MS;) {
				if ((await left()) === 0) break;
				await pause(2);
			}
			await pause(randomInt(0, 30));
			const at = randomInt(0, 2);
			await kill(senders[at]);
			killed += 1;
			senders[at] = start();
		}
		while ((await left()) > 0 && Date.now() - began < PATIENCE_MS) await pause(50);
		// A while longer, for whoever would send once more.
		await pause(kills > 0 ? 1000 : 2500);
	} finally {
		await Promise.all(senders.map(kill));
	}
	return { said, killed };
}

/** How often each was delivered, by what tells twice from two. */
function countOf(keys: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
	return counts;
}

/** Delivers so many notices through two processes and so many kills, and says what held. */
export async function noticesHold({ engine, notices, kills, speed }: Sized): Promise<Check[]> {
	const surroundings = await freshSurroundings(engine);
	const late = { lateMs: () => randomInt(0, 25) };
	const [post, mail] = await Promise.all([notifyServer(late), mailServer(late)]);
	try {
		const began = Date.now();
		const ids = await writeNotices(surroundings, notices, new Date(began));
		const { settings, folder } = surroundings;
		const journal = join(folder, 'journal');
		const told: Told = {
			databaseUrl: settings['DATABASE_URL'] ?? '',
			keyring: settings['EARSHOT_KEYRING'] ?? '',
			masterKey: settings['EARSHOT_MASTER_KEY'] ?? '',
			channels: {
				folder,
				filesAreTaken: false,
				smtp: { url: mail.url, from: 'Earshot <no-reply@council.example>' },
				notify: { key: post.key, url: post.url, templates: { text: 'template' } }
			},
			began,
			speed,
			journal,
			jobs: JOBS
		};
		const delivered = () => post.posted.length + mail.received.length;
		const { said, killed } = await sendThroughKills(surroundings, told, kills, delivered);
		const mails = countOf(mail.received.map(({ messageId }) => messageId.slice(1).split('@')[0] ?? ''));
		const texts = countOf(post.posted.map(({ reference }) => reference));
		const missing = ids.filter((id) => !mails.has(id) && !texts.has(id));
		const strange = [...mails.keys(), ...texts.keys()].filter((id) => !ids.includes(id));
		const sent = await surroundings.db.selectFrom('notice').select('id').where('state', '=', 'sent').execute();
		const jobs = runsIn(journal);
		const twice = mail.received.length - mails.size;
		console.log(
			`${engine}: ${ids.length} notices, ${killed} kills, two senders, ${((Date.now() - began) / 1000).toFixed(1)} s:`,
			`${missing.length} lost; by email ${mails.size} of ${notices}, ${twice} of them again under the same Message-ID;`,
			`by text ${texts.size} of ${notices}, ${post.posted.length - texts.size} twice (Notify was asked ${post.lookUps()} times);`,
			`${jobs.runs} runs of ${jobs.jobs.size} jobs by ${jobs.processes} processes, ${jobs.twice.length} twice`
		);
		const how = `${engine}, ${ids.length} notices, ${kills} kills`;
		return [
			{ name: `no notice is lost (${how})`, passed: missing.length === 0 && sent.length === ids.length },
			{ name: `nothing is delivered that nobody wrote (${how})`, passed: strange.length === 0 },
			{ name: `GOV.UK Notify gets each exactly once (${how})`, passed: post.posted.length === notices },
			{
				name: `the mail server gets each once${kills > 0 ? ', and at most one again for each kill' : ''} (${how})`,
				passed: mails.size === notices && twice <= killed
			},
			// A job that is killed after its work and before its end was written is done again: that is what kills are for.
			{ name: `each job is done once at its time (${how})`, passed: jobs.twice.length <= killed * JOBS.length },
			{ name: `every job is done (${how})`, passed: jobs.jobs.size === JOBS.length },
			{ name: `no sender complains (${how})`, passed: said.length === 0 }
		];
	} finally {
		await Promise.all([post.close(), mail.close()]);
		await surroundings.remove();
	}
}
