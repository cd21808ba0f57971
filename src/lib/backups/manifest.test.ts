import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences, manifestOf, measuring, readManifest } from './manifest.ts';

const measuredOf = (rows: readonly Record<string, unknown>[], table = 'setting') => {
	const measures = measuring(() => null);
	const take = measures.table(table);
	for (const row of rows) take(row);
	return measures.measured();
};

const row = fc.record({ id: fc.string(), words: fc.oneof(fc.string(), fc.constant(null)), place: fc.integer() });

describe('the hash of a table', () => {
	it('does not depend on the order of rows or of columns', () => {
		fc.assert(
			fc.property(fc.array(row), fc.func(fc.integer()), (rows, by) => {
				const other = [...rows]
					.sort((one, another) => by(one) - by(another))
					.map(({ id, words, place }) => ({ place, words, id }));
				expect(measuredOf(other).tables).toEqual(measuredOf(rows).tables);
			})
		);
	});

	it('is another when a row is changed, missing, or there twice', () => {
		fc.assert(
			fc.property(fc.array(row, { minLength: 1 }), fc.string({ minLength: 1 }), (rows, more) => {
				const [first, ...rest] = rows as [(typeof rows)[0], ...typeof rows];
				const said = measuredOf(rows).tables;
				for (const other of [[{ ...first, id: first.id + more }, ...rest], rest, [first, ...rows]])
					expect(differences(said, measuredOf(other).tables)).toHaveLength(1);
			})
		);
	});

	it('does not run one column into the next', () => {
		const [one, other] = [[{ a: 'xy', b: 'z' }], [{ a: 'x', b: 'yz' }]].map((rows) => measuredOf(rows).tables);
		expect(one).not.toEqual(other);
	});
});

it('names a table that is missing or that is too many', () => {
	const said = measuredOf([{ id: 1 }]).tables;
	expect(differences(said, {})).toEqual(['setting: 1 → no table']);
	expect(differences({}, said)).toEqual(['setting: no table → 1']);
	expect(differences(said, said)).toEqual([]);
});

it('tells the ends of the chains, the migrations, and under which keys something is sealed', () => {
	const measures = measuring((text) => Number(text.split('.')[1]));
	const people = measures.table('young_person');
	for (const version of [2, 1, 2]) people({ id: 'x', details_sealed: `2.${version}.a.b`, ethnicity: '2.9.a.b' });
	people({ id: 'y', details_sealed: null });
	measures.table('audit_chain')({ tenant: 'advocacy', place: '12', hash: 'h' });
	const names = measures.table('kysely_migration');
	for (const name of ['0002-b', '0001-a']) names({ name, timestamp: 't' });
	expect(measures.measured()).toMatchObject({
		keys: { council: [1, 2], advocacy: [] },
		chains: { council: { place: 0, hash: '' }, advocacy: { place: 12, hash: 'h' } },
		migrations: ['0001-a', '0002-b']
	});
});

it('reads what it wrote, and nothing else', () => {
	const manifest = manifestOf('sqlite', '2027-03-01T03:07:00.000Z', measuredOf([{ id: 1 }]));
	expect(readManifest(JSON.stringify(manifest))).toEqual(manifest);
	expect(readManifest(JSON.stringify({ ...manifest, formatVersion: 2 }))).toBe('newer');
	expect(readManifest(JSON.stringify({ ...manifest, tables: 7 }))).toBeNull();
	expect(readManifest('{}')).toBeNull();
	expect(readManifest('SQLite format 3')).toBeNull();
});
