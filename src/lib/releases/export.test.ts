import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { protectCount } from '#lib/disclosure/protect.ts';
import { certify } from './certificate.ts';
import { CSV_COLUMNS, releaseCsv } from './csv.ts';
import { fileNameOf, releaseJson } from './export.ts';
import type { Release, ReleasedQuestion } from './release.ts';
import { sayCertificate, sayStory, warnOfFew } from './words/words.ts';

const VALUES = {
	share: protectCount(30, 44),
	few: protectCount(0, 44),
	all: protectCount(43, 44),
	hidden: protectCount(4, 9)
};

function question(key: string, text = 'How is it?'): ReleasedQuestion {
	const options = Object.entries(VALUES).map(([name, value]) => ({ key: name, label: name, value, positive: false }));
	return { key, text, indicator: null, indicatorName: null, form: 'one answer', judged: false, askedOf: null, options };
}

function release(more: Partial<Release> = {}): Release {
	const values = Object.values(VALUES);
	return {
		id: 'r1',
		waveName: 'Spring 2026',
		madeOn: '2026-04-01',
		versions: [
			{
				version: '11-17',
				edition: '11-17/1',
				eligible: 100,
				answered: 45,
				domains: [{ domain: 'rights', questions: [question('q1'), question('q2', '=HYPERLINK("x")')] }]
			}
		],
		certificate: certify(values, {
			madeOn: '2026-04-01',
			duplicatesAtMost: 2,
			spareCards: 5,
			leftOut: 0,
			recoveryHalves: 'destroyed'
		}),
		...more
	};
}

describe('release.json', () => {
	it('says the status of every value, with a number only where one is published', () => {
		const [first] = releaseJson(release()).versions[0]?.questions ?? [];
		expect(first?.options.map(({ value }) => value)).toEqual([
			{ status: 'percentage', percent: 70, base: 45 },
			{ status: 'band', shorthand: '[low]', band: 'at most 2', base: 45 },
			{ status: 'band', shorthand: '[low]', band: 'all but at most 2', base: 45 },
			{ status: 'withheld', shorthand: '[c]' }
		]);
	});

	it('holds what is published and nothing else, with no blank and no null', () => {
		const text = JSON.stringify(releaseJson(release()));
		expect(text).not.toMatch(/null|""/);
		const keys = new Set([...text.matchAll(/"(\w+)":/g)].map((match) => match[1]));
		expect([...keys].sort()).toEqual(
			(
				'answered band bands base certificate checkedBy domain duplicatesAtMost edition eligible form format ' +
				'formatVersion id key kind leftOut madeOn options percent percentages positive questions recoveryHalves rules ' +
				'shorthand spareCards status text value values version versions wave withheld'
			).split(' ')
		);
	});
});

describe('the CSV', () => {
	const read = (text: string) => parse(text, { columns: true, bom: true }) as Record<string, string>[];

	it('has a line for each figure, and shorthand where there is no number', () => {
		const lines = read(releaseCsv(release()));
		expect(Object.keys(lines[0] ?? {})).toEqual(CSV_COLUMNS);
		expect(
			lines.slice(0, 4).map(({ status, shorthand, percent, band, base }) => [status, shorthand, percent, band, base])
		).toEqual([
			['percentage', '', '70', '', '45'],
			['band', '[low]', '[low]', 'at most 2', '45'],
			['band', '[low]', '[low]', 'all but at most 2', '45'],
			['withheld', '[c]', '[c]', '[c]', '[c]']
		]);
		expect(lines).toHaveLength(8);
	});

	it('starts no formula in a spreadsheet', () => {
		const lines = read(releaseCsv(release({ waveName: '@SUM(1)' })));
		expect(lines[4]?.['question_text']).toBe('\'=HYPERLINK("x")');
		expect(lines[0]?.['wave']).toBe("'@SUM(1)");
	});
});

describe('the name of the files', () => {
	it('is the wave’s, and stays in its folder', () => {
		expect(fileNameOf(release())).toBe('spring-2026-release');
		expect(fileNameOf(release({ waveName: '../../Élan/Été 1' }))).toBe('elan-ete-1-release');
		expect(fileNameOf(release({ waveName: '…' }))).toBe('wave-release');
	});
});

describe('the words about a release', () => {
	it('tell how many answered, and warn under half', () => {
		expect(sayStory(release())).toBe('About 45 of the 100 young people who were asked sent their answers.');
		const [version] = release().versions;
		if (!version) throw new Error('no version');
		expect(warnOfFew(version)).toContain('Under half answered');
		expect(warnOfFew({ ...version, answered: 50 })).toBeNull();
	});

	it('state the duplicates that were possible and who still holds a half', () => {
		const { certificate } = release();
		expect(certificate).toMatchObject({ values: 4, percentages: 1, bands: 2, withheld: 1 });
		expect(sayCertificate(certificate).join(' ')).toContain('at most 2 of the answers');
		expect(sayCertificate(certificate).join(' ')).toContain('5 spare cards were made');
		expect(sayCertificate({ ...certificate, spareCards: 0 }).join(' ')).not.toContain('spare cards');
		expect(sayCertificate({ ...certificate, duplicatesAtMost: 0 }).join(' ')).toContain(
			'nobody should have answered twice'
		);
		expect(sayCertificate({ ...certificate, recoveryHalves: 'kept' }).join(' ')).toContain('Not everybody');
	});
});
