import { describe, expect, it } from 'vitest';
import { Courier, waitBefore, type Outcome, type Rest } from './courier.ts';

/** A courier on a clock that stands still until it is told to go. */
function carrying() {
	const seen: (string | null)[] = [];
	let timers: { at: number; callback: () => void }[] = [];
	let now = 0;
	const courier = new Courier({
		later(milliseconds, callback) {
			const timer = { at: now + milliseconds, callback };
			timers.push(timer);
			return () => void (timers = timers.filter((one) => one !== timer));
		},
		waits: (why) => seen.push(why)
	});
	const settle = () => new Promise<void>((done) => setImmediate(done));
	async function pass(milliseconds: number) {
		now += milliseconds;
		const due = timers.filter(({ at }) => at <= now);
		timers = timers.filter(({ at }) => at > now);
		for (const { callback } of due) callback();
		await settle();
	}
	return { courier, seen, settle, pass };
}

/** An errand that comes to these outcomes, one a try. */
function errand(...outcomes: (Outcome | Rest | 'breaks')[]) {
	let tries = 0;
	const run = async (): Promise<Outcome | Rest> => {
		const outcome = outcomes[tries++] ?? 'arrived';
		if (outcome === 'breaks') throw new TypeError('no connection');
		return outcome;
	};
	return { run, tries: () => tries };
}

describe('what is carried', () => {
	it('arrives once, and is not tried again', async () => {
		const { courier, seen, settle, pass } = carrying();
		const one = errand('arrived');
		courier.carry(one.run);
		await settle();
		courier.nudge();
		await pass(60_000);
		expect(one.tries()).toBe(1);
		expect(seen).toEqual([null, null]);
	});

	it('is tried again after a while, and at once when the connection is back', async () => {
		const { courier, seen, settle, pass } = carrying();
		const one = errand('breaks', 'lost', 'trouble');
		courier.carry(one.run);
		await settle();
		await pass(waitBefore(1) - 1);
		expect(one.tries()).toBe(1);
		await pass(1);
		expect(one.tries()).toBe(2);
		courier.nudge();
		await settle();
		expect(one.tries()).toBe(3);
		await pass(waitBefore(3));
		expect(one.tries()).toBe(4);
		expect(seen).toEqual([null, 'lost', 'lost', 'trouble', null]);
	});

	it('goes one at a time: what is pressed while it is under way is not sent as well', async () => {
		const { courier, settle } = carrying();
		let arrive: (outcome: Outcome) => void = () => undefined;
		const two = errand('arrived');
		courier.carry(() => new Promise((done) => (arrive = done)));
		courier.carry(two.run);
		courier.nudge();
		arrive('arrived');
		await settle();
		expect(two.tries()).toBe(0);
	});

	it('gives way to another errand while it waits', async () => {
		const { courier, settle, pass } = carrying();
		const [one, two] = [errand('lost', 'lost'), errand('arrived')];
		courier.carry(one.run);
		await settle();
		courier.carry(two.run);
		await settle();
		await pass(60_000);
		expect([one.tries(), two.tries()]).toEqual([1, 1]);
	});

	it('is said to take long, but never sent a second time beside itself: the older words could arrive last', async () => {
		const { courier, seen, settle, pass } = carrying();
		let [tries, broken] = [0, false];
		let arrive: (outcome: Outcome) => void = () => undefined;
		courier.carry((signal) => {
			tries += 1;
			signal.addEventListener('abort', () => (broken = true));
			return new Promise((done) => (arrive = done));
		});
		await settle();
		expect(seen).toEqual([null]);
		for (let waited = 0; waited < 6; waited += 1) await pass(20_000);
		courier.nudge();
		expect({ seen, tries, broken }).toEqual({ seen: [null, 'lost'], tries: 1, broken: false });
		arrive('arrived');
		await settle();
		expect(seen).toEqual([null, 'lost', null]);
	});

	it('rests as long as the server asks, even when the connection is back, unless somebody presses again', async () => {
		const { courier, seen, settle, pass } = carrying();
		const one = errand({ rest: 30_000 }, { rest: 30_000 });
		courier.carry(one.run);
		await settle();
		courier.nudge();
		await pass(29_999);
		courier.nudge();
		expect(one.tries()).toBe(1);
		await pass(1);
		expect(one.tries()).toBe(2);
		courier.carry(one.run);
		await settle();
		expect(one.tries()).toBe(3);
		expect(seen).toEqual([null, 'trouble', 'trouble', null]);
	});

	it('is not tried again where it was refused, which is said until somebody presses again', async () => {
		const { courier, seen, settle, pass } = carrying();
		const one = errand('refused', 'arrived');
		courier.carry(one.run);
		await settle();
		courier.nudge();
		await pass(60_000);
		expect(one.tries()).toBe(1);
		courier.carry(one.run);
		await settle();
		expect(seen).toEqual([null, 'refused', null, null]);
	});

	it('is forgotten with whoever leaves, even in the middle', async () => {
		const { courier, seen, settle, pass } = carrying();
		let broken = false;
		let arrive: (outcome: Outcome) => void = () => undefined;
		courier.carry((signal) => {
			signal.addEventListener('abort', () => (broken = true));
			return new Promise((done) => (arrive = done));
		});
		courier.forget();
		arrive('lost');
		await settle();
		await pass(60_000);
		expect(broken).toBe(true);
		expect(seen).toEqual([null, null]);
	});
});

it('waits longer and longer, but never longer than a quarter of a minute', () => {
	expect([1, 2, 3, 4, 5, 50].map(waitBefore)).toEqual([2000, 4000, 8000, 15_000, 15_000, 15_000]);
});
