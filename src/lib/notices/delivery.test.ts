import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NO_CHOICE, WAYS, type Choice } from './choice.ts';
import { decide, hourInLondon, nextTry, quietUntil, type Recipient } from './delivery.ts';

const at = (iso: string) => new Date(iso);
const instants = fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2030-12-31T00:00:00Z'), noInvalidDate: true });
const hours = fc.integer({ min: 0, max: 23 });
const HOUR = 3_600_000;

it('keeps quiet from nine in the evening until eight in the morning, in winter and in summer', () => {
	const until = (now: string) => quietUntil(at(now), 21, 8)?.toISOString() ?? null;
	expect(until('2027-01-10T20:59:59Z')).toBeNull();
	expect(until('2027-01-10T21:00:00Z')).toBe('2027-01-11T08:00:00.000Z');
	expect(until('2027-01-11T07:59:59Z')).toBe('2027-01-11T08:00:00.000Z');
	expect(until('2027-01-11T08:00:00Z')).toBeNull();
	expect(until('2027-07-10T19:59:59Z')).toBeNull();
	expect(until('2027-07-10T20:00:00Z')).toBe('2027-07-11T07:00:00.000Z');
});

it('ends them at eight by the clock on the wall in the nights when the clocks change', () => {
	// Forward in the night to 28 March, back in the night to 31 October 2027.
	expect(quietUntil(at('2027-03-27T22:00:00Z'), 21, 8)?.toISOString()).toBe('2027-03-28T07:00:00.000Z');
	expect(quietUntil(at('2027-10-30T21:00:00Z'), 21, 8)?.toISOString()).toBe('2027-10-31T08:00:00.000Z');
	// One in the morning does not come on the first, and comes twice on the second.
	expect(quietUntil(at('2027-03-28T00:30:00Z'), 0, 1)?.toISOString()).toBe('2027-03-28T01:00:00.000Z');
	expect(quietUntil(at('2027-10-31T00:30:00Z'), 1, 2)?.toISOString()).toBe('2027-10-31T02:00:00.000Z');
});

it('ends quiet hours at the first instant that is not in them, whatever they are', () => {
	const isQuiet = (hour: number, from: number, to: number) => (hour - from + 24) % 24 < (to - from + 24) % 24;
	fc.assert(
		fc.property(instants, hours, hours, (now, from, to) => {
			const end = quietUntil(now, from, to);
			if (!isQuiet(hourInLondon(now), from, to)) return end === null;
			if (!end || end <= now || end.getTime() - now.getTime() > 25 * HOUR) return false;
			for (let t = now.getTime(); t < end.getTime(); t += HOUR / 4)
				if (!isQuiet(hourInLondon(new Date(t)), from, to)) return false;
			return !isQuiet(hourInLondon(end), from, to) && end.getTime() % HOUR === 0;
		})
	);
});

const nothings = ['died', 'with adopters', 'opted out', 'left', 'nobody'] as const;
const choices: fc.Arbitrary<Choice> = fc.record({
	way: fc.constantFrom('none', ...WAYS),
	address: fc.option(fc.string({ minLength: 1 }), { nil: null }),
	quietFrom: hours,
	quietTo: hours
});
const recipients: fc.Arbitrary<Recipient> = fc.oneof(
	fc.record({ kind: fc.constant('staff' as const), address: fc.option(fc.emailAddress(), { nil: null }) }),
	fc.record({
		kind: fc.constant('young person' as const),
		nothing: fc.option(fc.constantFrom(...nothings), { nil: null }),
		addressUnsafe: fc.boolean(),
		choice: choices
	})
);

it('never sends what may not be sent, was not chosen, or is not set up', () => {
	const some = fc.subarray([...WAYS]);
	fc.assert(
		fc.property(recipients, some, fc.boolean(), instants, (recipient, ways, atOnce, now) => {
			const decision = decide(recipient, ways, { atOnce, now });
			if (decision.kind === 'not sent') return decision.because !== '';
			if (decision.kind === 'no way') return !ways.includes(decision.way);
			if (recipient.kind === 'staff')
				return decision.kind === 'send' && decision.way === 'email' && decision.to === recipient.address;
			const { nothing, addressUnsafe, choice } = recipient;
			if (nothing || choice.way === 'none' || choice.address === null || !ways.includes(choice.way)) return false;
			if (choice.way === 'letter' && addressUnsafe) return false;
			const quiet = quietUntil(now, choice.quietFrom, choice.quietTo);
			if (decision.kind === 'later') return !atOnce && choice.way !== 'letter' && decision.due > now && quiet !== null;
			const loud = atOnce || choice.way === 'letter' || quiet === null;
			return loud && decision.way === choice.way && decision.to === choice.address;
		})
	);
});

it('sends a young person nothing until they said so', () => {
	const young: Recipient = { kind: 'young person', nothing: null, addressUnsafe: false, choice: NO_CHOICE };
	const now = at('2027-03-01T12:00:00Z');
	expect(decide(young, WAYS, { atOnce: false, now })).toMatchObject({ kind: 'not sent' });
});

it('waits for a way that is not set up, and forgets nobody for it', () => {
	const now = at('2027-03-01T12:00:00Z');
	const staff: Recipient = { kind: 'staff', address: 'lead@council.example' };
	expect(decide(staff, [], { atOnce: false, now })).toEqual({ kind: 'no way', way: 'email' });
	const choice: Choice = { ...NO_CHOICE, way: 'text', address: '07700900123' };
	const young: Recipient = { kind: 'young person', nothing: null, addressUnsafe: false, choice };
	expect(decide(young, ['email'], { atOnce: false, now })).toEqual({ kind: 'no way', way: 'text' });
	expect(decide({ ...young, nothing: 'opted out' }, [], { atOnce: false, now })).toMatchObject({ kind: 'not sent' });
});

it('tells staff at night, for a clock is running', () => {
	const staff: Recipient = { kind: 'staff', address: 'lead@council.example' };
	const now = at('2027-03-01T03:00:00Z');
	expect(decide(staff, ['email'], { atOnce: false, now })).toMatchObject({ kind: 'send', way: 'email' });
});

it('waits 1, 2, 4 … minutes, six hours at most, a fifth more or less', () => {
	const now = at('2027-03-01T12:00:00Z');
	const minutes = (tries: number, chance: number) => (nextTry(tries, now, chance).getTime() - now.getTime()) / 60_000;
	expect([1, 2, 3, 4, 8, 9, 10, 1000].map((tries) => minutes(tries, 0.5))).toEqual([1, 2, 4, 8, 128, 256, 360, 360]);
	const chances = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 500 }), chances, (tries, chance) => {
			const middle = Math.min(360, 2 ** (tries - 1));
			const waited = minutes(tries, chance);
			return waited >= middle * 0.8 - 0.001 && waited <= middle * 1.2 + 0.001;
		})
	);
});
