import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { figuresOf } from '#lib/people/figures.ts';
import { readDetails } from '#lib/people/detail.ts';
import { readReturn } from '#lib/people/return.ts';
import { DEMONSTRATION_FILES, writeDemonstrationReturn } from './return.ts';

const AS_OF = '2026-09-30';

function written(seed: number): string {
	const folder = mkdtempSync(join(tmpdir(), 'earshot-demonstration-'));
	writeDemonstrationReturn(folder, { seed, asOf: AS_OF });
	return folder;
}

const file = (folder: string, name: keyof typeof DEMONSTRATION_FILES) => ({
	name: DEMONSTRATION_FILES[name],
	bytes: readFileSync(join(folder, DEMONSTRATION_FILES[name]))
});

describe('the demonstration return', () => {
	let folder: string;
	beforeAll(() => {
		folder = written(1);
	});

	it('is the same to the byte for the same seed, and another for another', () => {
		const [again, other] = [written(1), written(2)];
		for (const name of Object.keys(DEMONSTRATION_FILES) as (keyof typeof DEMONSTRATION_FILES)[]) {
			expect(file(again, name).bytes.equals(file(folder, name).bytes)).toBe(true);
			expect(file(other, name).bytes.equals(file(folder, name).bytes)).toBe(false);
		}
	});

	it('is a return without a fault, of about 550 children and 170 care leavers', () => {
		const [header, episodes, reviews] = [file(folder, 'header'), file(folder, 'episodes'), file(folder, 'reviews')];
		const read = readReturn({ header, episodes, reviews, uasc: file(folder, 'uasc'), oc3: file(folder, 'oc3') });
		if (read.kind !== 'read') throw new Error(JSON.stringify(read.faults));
		expect(read.faults).toEqual([]);
		const { figures, problems } = figuresOf(read.data, AS_OF);
		expect(figures.withoutShortBreaks).toMatchObject({ all: 550, 'under 4': 40, '4-7': 90, '8-10': 120, '11-17': 300 });
		expect(figures).toMatchObject({ unaccompanied: 40, twoOpenEpisodes: 0, laterReviews: 0 });
		expect(figures.careLeavers + figures.died).toBe(170);
		expect(problems.map((problem) => problem.what).join()).not.toMatch(/died|day of ending|begin after/);
	});

	it('has details for everyone in care and every care leaver', () => {
		const details = readDetails(file(folder, 'details'));
		if (details.kind !== 'read') throw new Error(details.fault.reason);
		expect(details.faults).toEqual([]);
		expect(details.rows).toHaveLength(550 + 12 + 170);
		for (const { data } of details.rows) expect(data.PREFERRED_NAME).not.toBe('');
	});
});
