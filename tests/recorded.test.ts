/*
 * Everything that the record can say is said somewhere: a kind that nobody writes would be a promise not kept.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { RECORDED } from '#lib/audit/event.ts';

const sources = readdirSync('src', { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile() && entry.name.endsWith('.server.ts'))
	.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
	.filter((text) => text.includes('audit/record.server.ts'));

it.each(RECORDED)('“%s” is written by an operation', (kind) => {
	expect(sources.some((text) => text.includes(`'${kind}'`))).toBe(true);
});
