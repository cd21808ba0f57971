/*
 * A thousand guesses at every door of the built server: what never existed answers as what is wrong does, in words, in
 * headers and in time; limits hold over two servers on one database; a crowd is told to wait, and nobody hangs.
 */
import { expect, test } from '@playwright/test';
import { hashOf } from '#lib/secrets/envelope.ts';
import { slowHash } from '#lib/secrets/hashing.server.ts';
import { postgresAnswers } from '../server/postgres.ts';
import { startServer, type Server } from '../server/server.ts';
import { freshSurroundings, type Surroundings } from '../server/surroundings.ts';
import { Visitor, type Answered } from '../server/visitor.ts';
import { doorsOf, type Door } from './doors.ts';

const GUESSES = 1000;
/** Far above what the noise of a busy machine gives, far below what leaving out one slow hash would. */
const MOST_APART = 1.5;
const MEASURED_AGAIN = 3;
const NEVER = 'never existed';
const DOORS = 6;

/** The challenge of a passkey is drawn for every page: only its length is the same. */
const DRAWN = /(challenge&quot;:&quot;)[\w-]{43}(&quot;)/g;

/** An answer without what was typed and without how long to wait: its status, what its headers say, and a hash of its page. */
function plain({ status, text, headers }: Answered, subject: string): string {
	const cookies = headers.getSetCookie().map((line) => line.replace(/=[^;]*/, (value) => `=${value.length} letters`));
	const kept = ['content-type', 'cache-control', 'location', 'retry-after', 'content-length'];
	const said = kept.map((name) => `${name}: ${(headers.get(name) ?? '').replaceAll(/\d+/g, '#')}`);
	const body = text
		.replaceAll(subject, 'SUBJECT')
		.replaceAll(DRAWN, '$1drawn$2')
		.replaceAll(/\b\d+\b/g, '#');
	return [status, ...said, ...cookies, hashOf(body)].join('\n');
}

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

async function timed(door: Door, origin: string, subject: string) {
	const visitor = new Visitor(origin);
	await door.before(visitor, subject);
	const began = performance.now();
	const answer = await door.guess(visitor, subject);
	return { took: performance.now() - began, answer };
}

/** Guesses at one door, every kind of subject by turns: what was answered in other words, and the times against `NEVER`. */
async function guessAt(door: Door, origin: string, { db }: Surroundings) {
	const kinds = Object.keys(door.subjects);
	const times = new Map<string, number[]>();
	const wrong: string[] = [];
	let never: string | undefined;
	await timed(door, origin, door.subjects[NEVER]?.[0] ?? '');
	const rounds = Math.ceil(GUESSES / DOORS / kinds.length);
	for (let round = 0; round < rounds; round += 1) {
		// The limits are looked at below; here every guess is answered.
		await db.deleteFrom('guess').execute();
		for (const [n] of kinds.entries()) {
			const kind = kinds[(n + round) % kinds.length] ?? '';
			const subject = door.subjects[kind]?.[round % (door.subjects[kind]?.length ?? 1)] ?? '';
			const { took, answer } = await timed(door, origin, subject);
			times.set(kind, [...(times.get(kind) ?? []), took]);
			const said = plain(answer, subject);
			never ??= said;
			if (answer.status !== 400) wrong.push(`${door.name}, ${kind}: status ${answer.status}`);
			if (said !== never) wrong.push(`${door.name}: ${kind} is answered in other words`);
		}
	}
	const base = median(times.get(NEVER) ?? []);
	const others = kinds.filter((kind) => kind !== NEVER);
	const ratios = others.map((kind): [string, number] => [kind, median(times.get(kind) ?? []) / base]);
	return { base, ratios, wrong, guesses: rounds * kinds.length };
}

test.describe('one server', () => {
	let at: Surroundings;
	let server: Server;
	let doors: Door[];
	test.beforeAll(async () => {
		at = await freshSurroundings();
		doors = await doorsOf(at);
		server = await startServer(at.settings);
	});
	test.afterAll(async () => {
		await server.kill();
		await at.remove();
	});

	test(`${GUESSES} guesses: nothing tells what never existed from what is wrong`, async () => {
		test.setTimeout(240_000);
		const faults: string[] = [];
		const figures: string[] = [];
		let made = 0;
		for (const door of doors) {
			// A busy machine may be slow for one kind by chance; a door that tells is slow for it every time.
			for (let measured = 1; ; measured += 1) {
				const { base, ratios, wrong, guesses } = await guessAt(door, server.origin, at);
				made += guesses;
				faults.push(...wrong);
				const apart = ratios.filter(([, ratio]) => Math.max(ratio, 1 / ratio) > MOST_APART);
				if (apart.length > 0 && measured < MEASURED_AGAIN) continue;
				for (const [kind, ratio] of ratios)
					figures.push(`${door.name} ${kind} ${ratio.toFixed(2)} (${base.toFixed(0)} ms)`);
				for (const [kind, ratio] of apart)
					faults.push(`${door.name}: ${kind} takes ${ratio.toFixed(2)} times as long as what never existed`);
				break;
			}
		}
		console.log(`\nguessing: ${made} guesses at ${doors.length} doors; time against what never existed:`);
		for (const figure of figures) console.log(`  ${figure}`);
		expect([...new Set(faults)]).toEqual([]);
		expect(made).toBeGreaterThanOrEqual(GUESSES);
	});

	test('after too many wrong tries each door says when to try again, alike for what never existed', async () => {
		for (const door of doors) {
			await at.db.deleteFrom('guess').execute();
			const answers = await Promise.all(
				Object.entries(door.subjects).map(async ([kind, [subject = '']]) => {
					const row: string[] = [];
					for (let tries = 0; tries < 7; tries += 1) {
						const { answer } = await timed(door, server.origin, subject);
						if (answer.status === 429) expect(Number(answer.headers.get('retry-after')), door.name).toBeGreaterThan(0);
						row.push(plain(answer, subject));
					}
					return { kind, row };
				})
			);
			for (const { kind, row } of answers) {
				expect(row, `${door.name}: ${kind}`).toEqual(answers[0]?.row);
				expect(
					row.map((said) => said.split('\n')[0]),
					door.name
				).toEqual([...Array(5).fill('400'), '429', '429']);
			}
		}
	});

	test('600 sign-ins at once: each is answered, some are asked to wait, and the next one comes in', async () => {
		test.setTimeout(120_000);
		const email = 'next@council.example';
		const password_hash = await slowHash('the right long words');
		await at.db
			.insertInto('staff')
			.values({ id: 'next', email, name: 'Nell Next', tenant: 'council', password_hash, enrolled: 1, disabled: 0 })
			.execute();
		const began = performance.now();
		const signIn = (address: string, password: string) =>
			new Visitor(server.origin).once('/sign-in/staff', [
				['email', address],
				['password', password]
			]);
		const crowd = await Promise.all(
			Array.from({ length: 600 }, (_, n) => signIn(`crowd${n}@council.example`, 'a guess of long words'))
		);
		const took = (performance.now() - began) / 1000;
		const of = (status: number) => crowd.filter((answer) => answer.status === status);
		console.log(
			`\ncrowd: 600 sign-ins in ${took.toFixed(1)} s, ${of(400).length} looked at, ${of(503).length} asked to wait`
		);
		expect(of(400).length + of(503).length).toBe(600);
		expect(of(400).length).toBeGreaterThanOrEqual(400);
		for (const answer of of(503)) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
		const next = await signIn(email, 'the right long words');
		expect([next.status, next.location]).toEqual([303, '/sign-in/staff/second']);
	});
});

for (const engine of ['SQLite', 'PostgreSQL'] as const) {
	test(`two servers on one database share their limits (${engine})`, async () => {
		test.setTimeout(120_000);
		if (engine === 'PostgreSQL' && !(await postgresAnswers())) {
			console.log('\nnot run: two servers on PostgreSQL (no server answers)');
			return;
		}
		const at = await freshSurroundings(engine);
		const doors = await doorsOf(at);
		const servers = await Promise.all([startServer(at.settings), startServer(at.settings)]);
		try {
			for (const door of doors) {
				await at.db.deleteFrom('guess').execute();
				for (const [kind, [, subject = '']] of Object.entries(door.subjects)) {
					const tries = Array.from({ length: 24 }, (_, n) => timed(door, servers[n % 2]?.origin ?? '', subject));
					const statuses = (await Promise.all(tries)).map(({ answer }) => answer.status);
					expect(statuses.filter((status) => status === 400).length, `${door.name}: ${kind}`).toBe(5);
					expect(statuses.filter((status) => status === 429).length, `${door.name}: ${kind}`).toBe(19);
				}
			}
		} finally {
			await Promise.all(servers.map((one) => one.kill()));
			await at.remove();
		}
	});
}
