import { describe, expect, it } from 'vitest';
import { standing, usedAt } from './quiet.ts';

const MINUTE = 60_000;
const at = (minutes: number, usedMinutes = 0, altogether: number | undefined = 7200) =>
	standing({ opened: 0, used: usedMinutes * MINUTE, now: minutes * MINUTE, quiet: 600, altogether });

describe('the bar about a quiet page', () => {
	it('asks two minutes before the door closes, and the door closes', () => {
		expect([0, 7.9, 8, 9.9, 10].map((minutes) => at(minutes))).toEqual(['open', 'open', 'asks', 'asks', 'over']);
	});

	it('waits again when somebody said they are here', () => {
		expect([9, 16, 17].map((minutes) => at(minutes, 9))).toEqual(['open', 'open', 'asks']);
	});

	it('tells where asking could change nothing', () => {
		expect([117, 118, 120].map((minutes) => at(minutes, 117))).toEqual(['open', 'tells', 'over']);
	});

	it('knows pages that have no end but quiet', () => {
		expect(
			[118, 600].map((minutes) =>
				standing({ opened: 0, used: 117 * MINUTE, now: minutes * MINUTE, quiet: 600, altogether: undefined })
			)
		).toEqual(['open', 'over']);
	});
});

it('takes an answer from the server for somebody being here only within two minutes of a touch or a key', () => {
	expect(usedAt(0, 9 * MINUTE, 11 * MINUTE)).toBe(11 * MINUTE);
	expect(usedAt(5 * MINUTE, 9 * MINUTE, 11 * MINUTE + 1)).toBe(5 * MINUTE);
});
