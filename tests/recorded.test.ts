/*
 * Everything that the record and the notices can say is said somewhere: a kind that nobody writes would be a promise not
 * kept. What counts is a kind that reaches the call that writes it; the same words somewhere else do not.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RECORDED } from '#lib/audit/event.ts';
import { STAFF_NOTICES, YOUNG_NOTICES } from '#lib/notices/notice.ts';
import { kindsGivenTo } from './architecture/kinds-given.ts';

const sources = readdirSync('src', { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile() && entry.name.endsWith('.server.ts'))
	.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

const allGivenTo = (calls: RegExp) => new Set(sources.flatMap((text) => [...kindsGivenTo(text, calls)]));
const RECORDING = /^record$/;
const TELLING = /^(notify|tell[A-Z]\w*)$/;
const recorded = allGivenTo(RECORDING);
const told = allGivenTo(TELLING);

it.each(RECORDED)('“%s” is recorded by an operation', (kind) => {
	expect(recorded).toContain(kind);
});

it.each([...new Set([...STAFF_NOTICES, ...YOUNG_NOTICES])])('“%s” is told by an operation', (kind) => {
	expect(told).toContain(kind);
});

describe('a kind counts', () => {
	const given = (text: string) => [...kindsGivenTo(text, RECORDING)];

	it('in the call, in what stands in a variable, and through a function that hands it on', () => {
		expect(given(`record(w, a, { what: 'x' }, now)`)).toContain('x');
		expect(given(`const event = { what: done ? 'x' : 'y' }; await record(w, a, event, now)`)).toEqual(['x', 'y']);
		expect(given(`const note = (w, what) => record(w, a, { what }, now); note(w, 'x')`)).toContain('x');
		expect(given(`function note(w, { what }: E) { return record(w, a, { what }); } note(w, { what: 'x' })`)).toContain(
			'x'
		);
	});

	it('not beside the call: in a notice, a query or a comment', () => {
		const beside = `const told = { what: 'x' }; notify(w, told, now); db.where('what', '=', 'x'); // record 'x'
			function raise(w, what) { record(w, a, { what: 'y' }); notify(w, { what }); } raise(w, 'x');`;
		expect(given(beside)).toEqual(['y']);
	});
});
