import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeCards, greetingFor, type CodeCard } from './cards.server.ts';

const hasPoppler = !spawnSync('pdftotext', ['-v']).error;
if (!hasPoppler) console.error('not run: reading the cards back (pdftotext and pdfinfo are not installed)');

const card = (firstName: string | null, changes: Partial<CodeCard> = {}): CodeCard => ({
	firstName,
	version: '11-17',
	code: 'ABCD-EFGH-JKMN-PQRS',
	link: 'https://earshot.example/survey#ABCD-EFGH-JKMN-PQRS',
	...changes
});

function written(pdf: Buffer): string {
	const path = join(mkdtempSync(join(tmpdir(), 'earshot-cards-')), 'cards.pdf');
	writeFileSync(path, pdf);
	return path;
}

const textOf = (pdf: Buffer): string => execFileSync('pdftotext', [written(pdf), '-'], { encoding: 'utf8' });

describe('code cards', () => {
	it('are one PDF/UA-1 file with a title, a language and tags', async () => {
		const pdf = await codeCards([card('Amina')], 'Westhaven');
		expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
		const raw = pdf.toString('latin1');
		expect(raw).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
		expect(raw).toMatch(/\/Lang\s*\(en-GB\)/);
		expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>');
		expect(raw).toContain('Survey code cards: Westhaven');
	});

	it.skipIf(!hasPoppler)('show name, code, address and help, four to a page', async () => {
		const cards = ['Amina', 'Jay', null, 'Zoë', 'Łukasz'].map((name) => card(name));
		const pdf = await codeCards(cards, 'Westhaven');
		const text = textOf(pdf);
		for (const words of ['Hello Amina', 'Hello Łukasz', 'Spare card', '11 to 17 year olds', 'earshot.example/survey']) {
			expect(text.replace(/\s+/g, ' ')).toContain(words);
		}
		for (const once of ['ABCD', 'PQRS', 'You can skip any question', 'Nobody will know it was you', '0800 1111']) {
			expect(text.replace(/\s+/g, ' ').split(once)).toHaveLength(cards.length + 1);
		}
		expect(execFileSync('pdfinfo', [written(pdf)], { encoding: 'utf8' })).toMatch(/Tagged:\s+yes[^]*Pages:\s+2/);
	});

	it.skipIf(!hasPoppler)('print a name as it was typed, whatever it looks like', async () => {
		const text = textOf(await codeCards([card('#eval("1")'), card('*x* $y$ `z`')], '#panic("council")'));
		expect(text).toContain('Hello #eval("1")');
		expect(text).toContain('Hello *x* $y$ `z`');
		expect(text).toContain('#panic("council")');
	});

	it('do without a name in letters that no font here has, rather than fail', async () => {
		expect(greetingFor('ሰላም')).toBe('Hello');
		expect(greetingFor('a\u0007')).toBe('Hello');
		expect(greetingFor('Nguyễn')).toBe('Hello Nguyễn');
		expect(greetingFor('x'.repeat(200))).toHaveLength('Hello '.length + 40);
		expect((await codeCards([card('ሰላም')], 'Westhaven')).length).toBeGreaterThan(1000);
	});

	it('tell how far they are', async () => {
		const heard: number[] = [];
		await codeCards(
			Array.from({ length: 45 }, () => card(null)),
			'Westhaven',
			(done) => heard.push(done)
		);
		expect(heard).toEqual([20, 40, 45]);
	});
});
