/*
 * The linker: an attacker with every file, every log, a backup and all codes tries to tie answers and comments to the
 * codes just spent. Without the wave's key it must do no better than chance; with it, it must succeed, or this proves nothing.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { unpad } from '#lib/secrets/envelope.ts';
import { openSealed } from '#lib/secrets/sealing.server.ts';
import { ballotContext } from '#lib/responses/ballots.server.ts';
import { onEveryEngine } from './databases.ts';
import { CHANCE, inOrderOf, mostByLuck, rightPairs, SIGMA, tailAbove } from './linker/strategies.ts';
import { firstSeen, type Copied, type SeenRow } from './linker/surfaces.ts';
import { tellingOf, watchWave, type WatchedWave } from './linker/watched-wave.ts';

const PEOPLE = 120;
const NEEDLE = 80;

const needle = (text: string) => text.slice(0, NEEDLE);
const ids = (rows: readonly SeenRow[]) => rows.map(({ id }) => id);
const swapped = (map: ReadonlyMap<string, string>) => new Map([...map].map(([key, value]) => [value, key]));

/** The rows' ids in every order that the disk, the log or the engine gives them. */
function ordersOf(rows: readonly SeenRow[], moments: Readonly<Record<string, Copied>>): [string, string[]][] {
	const byContent = new Map(rows.map(({ id, content }) => [content, id]));
	const orders: [string, string[]][] = [
		['as the engine reads them', ids(rows)],
		['by key', ids(rows).sort()],
		['by transaction and place', ids([...rows].sort((one, other) => one.xmin - other.xmin || one.place - other.place))]
	];
	for (const [name, copy] of Object.entries(moments)) {
		for (const surface of ['file', 'log'] as const) {
			const alone = { file: Buffer.alloc(0), log: Buffer.alloc(0), [surface]: copy[surface] };
			const seen = firstSeen([alone], [...byContent.keys()]);
			if (seen.size > 1) {
				const order = inOrderOf([...byContent.keys()], seen).map((content) => byContent.get(content) ?? '');
				orders.push([`by byte in the ${surface} ${name}`, order]);
			}
		}
	}
	return orders.flatMap(([name, order]) => [
		[name, order],
		[`${name}, backwards`, [...order].reverse()]
	]);
}

/** Sealed things in the order they came: by transaction, or by their first place in the copies of the log. */
function arrival(rows: readonly SeenRow[], copies: readonly Copied[]): string[] {
	const seen = firstSeen(
		copies,
		rows.map(({ content }) => needle(content))
	);
	const numbers = new Map(rows.map(({ id, content, xmin }) => [id, seen.get(needle(content)) ?? xmin]));
	return inOrderOf(ids(rows), numbers);
}

interface Guess {
	name: string;
	right: number;
}

function report(what: string, people: number, guesses: readonly Guess[]): { best: number; mean: number } {
	const best = Math.max(...guesses.map(({ right }) => right));
	const mean = guesses.reduce((sum, { right }) => sum + right, 0) / guesses.length;
	console.log(
		`${what}: best of ${guesses.length} strategies links ${best} of ${people} (${((100 * best) / people).toFixed(1)}%),`,
		`mean ${mean.toFixed(2)}; by luck alone ${CHANCE} ± ${SIGMA}, at most ${mostByLuck(guesses.length)} for the best`
	);
	return { best, mean };
}

describe('what luck alone gives', () => {
	it('is known: one right pair in a random matching, and rarely more than four', () => {
		expect(tailAbove(4)).toBeCloseTo(0.00366, 4);
		expect(mostByLuck(1)).toBeGreaterThan(4);
		expect(
			rightPairs(
				['a', 'b', 'c'],
				['x', 'z', 'y'],
				new Map([
					['x', 'a'],
					['y', 'b'],
					['z', 'c']
				])
			)
		).toBe(1);
	});
});

onEveryEngine('the linker', (open, engine) => {
	let wave: WatchedWave;
	let opened: Awaited<ReturnType<typeof open>>;
	beforeAll(async () => {
		opened = await open();
		wave = await watchWave(opened, PEOPLE);
	}, 180_000);

	it('has a whole wave to work on, and no key is left to open it with', () => {
		expect(wave.responses).toHaveLength(PEOPLE);
		expect(wave.comments).toHaveLength(PEOPLE / 3);
		expect(wave.keysLeft).toEqual([]);
		expect(new Set(wave.ballots.map(({ content }) => content.length)).size).toBe(1);
		if (engine === 'SQLite') expect(wave.copies.every(({ log }) => log.length > 0)).toBe(true);
	});

	it('links answers to codes no better than chance', () => {
		const owner = swapped(wave.answersOf);
		const truth = new Map(
			wave.responses.map(({ id, content }) => [id, owner.get(tellingOf(JSON.parse(content))) ?? ''])
		);
		expect(new Set(truth.values()).size).toBe(PEOPLE);
		const orders = ordersOf(wave.responses, { 'after counting': wave.counted, 'at the end': wave.last });
		const guesses = orders.map(([name, order]) => ({ name, right: rightPairs(wave.order, order, truth) }));
		// The sealed ballots' order of arrival is no secret; their keys laid beside the responses' must not carry it over.
		const came = arrival(wave.ballots, wave.copies);
		const ownerOf = new Map(came.map((ballot, place) => [ballot, wave.order[place] ?? '']));
		const owners = [...ownerOf.keys()].sort().map((ballot) => ownerOf.get(ballot) ?? '');
		for (const [name, order] of orders) {
			guesses.push({ name: `ballots by key, answers ${name}`, right: rightPairs(owners, order, truth) });
		}
		const { best, mean } = report(`answers (${engine})`, PEOPLE, guesses);
		expect(mean).toBeLessThanOrEqual(CHANCE + 3 * SIGMA);
		expect(best).toBeLessThanOrEqual(mostByLuck(guesses.length));
	});

	it('links comments of one day to codes no better than chance', () => {
		const owner = swapped(wave.wordsOf);
		const truth = new Map(wave.comments.map((row) => [row.id, owner.get(wave.commentText(row)) ?? '']));
		expect(new Set(truth.values()).size).toBe(PEOPLE / 3);
		const writers = wave.order.filter((selector) => wave.wordsOf.has(selector));
		const guesses = ordersOf(wave.comments, { 'after collecting': wave.collected, 'at the end': wave.last }).map(
			([name, order]) => ({ name, right: rightPairs(writers, order, truth) })
		);
		const { best, mean } = report(`comments (${engine})`, writers.length, guesses);
		expect(mean).toBeLessThanOrEqual(CHANCE + 3 * SIGMA);
		expect(best).toBeLessThanOrEqual(mostByLuck(guesses.length));
	});

	it('links more than nine in ten when the key is kept: the control', async () => {
		const came = arrival(wave.ballots, wave.copies);
		const spent = wave.spent.filter(({ content }) => content !== null);
		const codes = arrival(spent, wave.copies);
		const sealed = new Map(wave.ballots.map(({ id, content }) => [id, content]));
		const truth = new Map<string, string>();
		const owner = swapped(wave.answersOf);
		for (const ballot of came) {
			const plain = await openSealed(wave.privateKey, sealed.get(ballot) ?? '', ballotContext(wave.waveId));
			const { answers } = JSON.parse(unpad(plain ?? Buffer.from([0, 0, 0, 2, 123, 125])).toString());
			truth.set(ballot, owner.get(tellingOf(answers ?? {})) ?? '');
		}
		const right = rightPairs(codes, came, truth);
		console.log(`control (${engine}): with the key kept, ${((100 * right) / PEOPLE).toFixed(1)}% are linked`);
		expect(right / PEOPLE).toBeGreaterThan(0.9);
	});

	// PostgreSQL's files are the server's own; there xmin and ctid stand for them.
	if (engine !== 'SQLite') return;

	it('finds no answer and no word in any copy or backup before the count (SQLite)', () => {
		const step = JSON.stringify(Object.entries(JSON.parse(wave.responses[0]?.content ?? '{}'))[0]?.[0]);
		const needles = [...wave.wordsOf.values(), 'words of one person', `${step}:`];
		const before = [...wave.copies.flatMap(({ file, log }) => [file, log]), wave.backup];
		expect(wave.backup.length).toBeGreaterThan(0);
		expect(needles.filter((text) => before.some((bytes) => bytes.includes(text)))).toEqual([]);
		expect(wave.counted.log.includes(step) || wave.counted.file.includes(step)).toBe(true);
	});

	it('finds neither ballots nor which codes were spent once it is over (SQLite)', () => {
		const traces = [...wave.ballots, ...wave.spent.filter(({ content }) => content !== null)].map(({ content }) =>
			needle(content)
		);
		const left = traces.filter((text) => wave.last.file.includes(text) || wave.last.log.includes(text));
		expect(left).toEqual([]);
	});
});
