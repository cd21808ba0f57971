import { describe, expect, it } from 'vitest';
import { addressOf, fits, found, inOrder, lacksWorker, pageOf, readFilter, search, type Listed } from './listing.ts';

const DAY = '2027-03-01';
const someone = (changes: Partial<Listed> = {}): Listed => ({
	id: changes.child ?? '1',
	child: '1001',
	preferredName: 'Kofi',
	unreadable: false,
	born: '2015-05-01',
	age: 11,
	standing: 'in care',
	died: false,
	withAdopters: false,
	team: 'East',
	workers: { IRO: { name: 'Amina Bello', matched: true }, 'social worker': { name: 'B. Banks', matched: true } },
	account: 'none',
	area: 'unknown',
	via: null,
	...changes
});
const filter = (query: string) => readFilter(new URLSearchParams(query));
const shows = (query: string, changes: Partial<Listed> = {}) => fits(someone(changes), filter(query), DAY);

describe('the filter of the list', () => {
	it('shows those in care and care leavers unless told otherwise', () => {
		expect(shows('')).toBe(true);
		expect(shows('', { standing: 'care leaver' })).toBe(true);
		expect(shows('', { standing: 'left' })).toBe(false);
		expect(shows('standing=left', { standing: 'left' })).toBe(true);
		expect(shows('standing=care+leaver')).toBe(false);
		expect(shows('standing=everybody', { standing: 'left' })).toBe(true);
	});
	it('narrows by age, team, worker, account and area', () => {
		expect(shows('age=11-17')).toBe(true);
		expect(shows('age=8-10')).toBe(false);
		expect(shows('team=West')).toBe(false);
		expect(shows('worker=mine')).toBe(false);
		expect(shows('worker=mine', { via: 'cover' })).toBe(true);
		expect(shows('account=joined')).toBe(false);
		expect(shows('account=joined', { account: 'joined' })).toBe(true);
		expect(shows('area=outside')).toBe(false);
		expect(shows('area=outside', { area: 'outside' })).toBe(true);
		expect(shows('area=nowhere')).toBe(true);
	});
	it('finds who lacks a worker: a child in care needs both, a care leaver a social worker', () => {
		const onlyIro = { IRO: { name: 'A', matched: true }, 'social worker': null };
		const onlyNamed = { IRO: { name: 'A', matched: false }, 'social worker': { name: 'B', matched: true } };
		expect(shows('worker=none')).toBe(false);
		expect(shows('worker=none', { workers: onlyIro })).toBe(true);
		expect(shows('worker=none', { workers: onlyNamed })).toBe(true);
		expect(lacksWorker(someone({ standing: 'care leaver', workers: onlyNamed }))).toBe(false);
		expect(lacksWorker(someone({ workers: onlyIro, died: true }))).toBe(false);
	});
	it('takes nonsense for nothing', () => {
		expect(filter('standing=x&age=y&worker=z&account=q&page=-3')).toEqual(filter(''));
	});
	it('stays in the address of the next page, which names nobody', () => {
		expect(addressOf(filter('standing=left&team=East&page=2'), 3)).toBe('?standing=left&team=East&page=3');
		expect(addressOf(filter(''), 1)).toBe('?');
	});
});

describe('the search', () => {
	it('looks in name, CHILD number and workers, whatever the case and the marks', () => {
		const people = [
			someone({ child: '1', preferredName: 'Quân' }),
			someone({ child: '2077' }),
			someone({ child: '3', preferredName: null })
		];
		const hits = (words: string) => search(people, words).map(({ child }) => child);
		expect(hits('QUAN')).toEqual(['1']);
		expect(hits('77')).toEqual(['2077']);
		expect(hits('banks')).toHaveLength(3);
		expect(hits('kofi bello')).toEqual(['2077']);
		expect(hits('  ')).toEqual([]);
		expect(hits('nobody')).toEqual([]);
	});
	it('shows a hundred at most and counts them all', () => {
		const many = Array.from({ length: 130 }, (_, place) => someone({ child: String(place) }));
		const page = found(many, 'kofi');
		expect([page.people.length, page.total]).toEqual([100, 130]);
	});
});

describe('the order and the pages', () => {
	it('puts one’s own first, then whom one covers, then by name, and who has none last', () => {
		const people = [
			someone({ child: 'nameless', preferredName: null }),
			someone({ child: 'b', preferredName: 'Bea' }),
			someone({ child: 'covered', preferredName: 'Ada', via: 'cover' }),
			someone({ child: 'a', preferredName: 'ánna' }),
			someone({ child: 'own', preferredName: 'Zoe', via: 'own' })
		];
		expect(inOrder(people).map(({ child }) => child)).toEqual(['own', 'covered', 'a', 'b', 'nameless']);
	});
	it('gives fifty to a page, and the last page for one that is too far', () => {
		const many = Array.from({ length: 101 }, (_, place) => someone({ child: String(place) }));
		expect(pageOf(many, filter(''), DAY)).toMatchObject({ total: 101, page: 1, pages: 3 });
		const last = pageOf(many, filter('page=99'), DAY);
		expect([last.page, last.people.length]).toEqual([3, 1]);
	});
});
