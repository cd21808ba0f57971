import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { passingKeyring } from '../../../tests/open-wave.ts';
import { SEALED_COLUMNS } from './columns.ts';
import { openRecord, sealRecord, type Place } from './records.server.ts';

/** Sealed with keys of their own, which no change of a tenant's key may touch. */
const SEALED_OTHERWISE: Readonly<Record<string, string>> = {
	'ballot.sealed': 'to the wave’s key (HPKE), destroyed when the box was counted',
	'comment_piece.sealed': 'to the day’s intake key (HPKE), destroyed when it was collected',
	'draft.sealed': 'under the code and the pictures that only the child has'
};

const TABLES = 'src/lib/database/tables';

/** `table.column` of every column that is named as sealed. */
function namedSealed(): string[] {
	const files = readdirSync(TABLES, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	return files.flatMap(({ parentPath, name: file }) => {
		const text = readFileSync(`${parentPath}/${file}`, 'utf8');
		const interfaces = new Map<string, string>();
		for (const [, name = '', body = ''] of text.matchAll(/^export interface (\w+Table) \{\n([^]*?)^\}/gm))
			interfaces.set(name, body);
		const tables = [...text.matchAll(/^\t(\w+): (\w+Table);/gm)];
		return tables.flatMap(([, table = '', type = '']) =>
			[...(interfaces.get(type) ?? '').matchAll(/^\t(sealed|\w+_sealed): /gm)].map(([, column]) => `${table}.${column}`)
		);
	});
}

it('the list has every column of the database that is named as sealed, and no other', () => {
	const listed = SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`);
	expect(new Set(listed).size).toBe(listed.length);
	expect(namedSealed().sort()).toEqual([...listed, ...Object.keys(SEALED_OTHERWISE)].sort());
});

it('whatever is sealed opens in its own place, and not in another row, column, table, or under another owner', () => {
	const keyring = passingKeyring();
	const word = fc.string({ minLength: 1, maxLength: 12 });
	const column = fc.constantFrom(...SEALED_COLUMNS);
	const owner = fc.constantFrom(undefined, 'ann', 'ben');
	const place = fc.tuple(column, word, owner).map(([{ table, column }, id, owner]): Place => {
		return { table, id, column, ...(owner ? { owner } : {}) };
	});
	const same = (one: Place, other: Place) =>
		one.table === other.table && one.id === other.id && one.column === other.column && one.owner === other.owner;
	fc.assert(
		fc.property(place, place, fc.string(), (here, there, text) => {
			const sealed = sealRecord(keyring, here, text);
			expect(openRecord(keyring, here, sealed)).toBe(text);
			// Both people have their keys: it must be the place that refuses.
			keyring.getOrDraw('person/ann');
			keyring.getOrDraw('person/ben');
			const moved = [
				there,
				{ ...here, id: `${here.id}x` },
				{ ...here, column: `${here.column}x` },
				{ ...here, table: `${here.table}x` },
				{ ...here, owner: here.owner === 'ann' ? 'ben' : 'ann' }
			].filter((other) => !same(other, here));
			if (here.owner) moved.push({ table: here.table, id: here.id, column: here.column });
			for (const other of moved) expect(() => openRecord(keyring, other, sealed)).toThrow();
		}),
		{ numRuns: 200 }
	);
});

it('a text whose form, version or key was edited does not open', () => {
	const keyring = passingKeyring();
	keyring.getOrDraw('tenant/council-2');
	const place = { table: 'comment', id: 'a', column: 'sealed' };
	const sealed = sealRecord(keyring, place, 'words');
	const [form, version, wrapped = '', body = ''] = sealed.split('.');
	expect([form, version]).toEqual(['2', '2']);
	const other = sealRecord(keyring, place, 'others').split('.');
	const edits = [
		`2.1.${wrapped}.${body}`,
		`1.${wrapped}.${body}`,
		`2.3.${wrapped}.${body}`,
		`2.2.${other[2]}.${body}`,
		`2.2.${wrapped}.${other[3]}`,
		`2.2.${wrapped}.${body.slice(0, -2)}`,
		`3.2.${wrapped}.${body}`,
		''
	];
	for (const edit of edits) expect(() => openRecord(keyring, place, edit), edit).toThrow();
});
