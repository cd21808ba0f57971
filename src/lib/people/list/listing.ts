/*
 * Finding people in the roster's list: filters that stand in the address, words that never do, order and pages.
 * Rules only, over people who were read for an actor; reading them is lists.server.ts.
 */
import { AREAS, type Area } from '#lib/settings/district.ts';
import { AGE_BANDS, ageBandOn, type AgeBand, type Standing } from '../roster.ts';
import { CASELOAD_ROLES, type CaseloadRole, type Tie } from '../caseload.ts';

export const ACCOUNTS = ['joined', 'card waiting', 'wanted', 'none'] as const;
export type Account = (typeof ACCOUNTS)[number];

/** One line of the list. */
export interface Listed {
	id: string;
	child: string;
	preferredName: string | null;
	/** The name is there and does not open: its key is lost. */
	unreadable: boolean;
	born: string;
	age: number;
	standing: Standing;
	died: boolean;
	withAdopters: boolean;
	team: string | null;
	/** A worker's name, and whether it is somebody's caseload; null where none is known. */
	workers: Readonly<Record<CaseloadRole, { name: string; matched: boolean } | null>>;
	account: Account;
	/** Where they live, by their district. */
	area: Area;
	/** Why they are the actor's own; null for who sees everyone. */
	via: Tie['via'] | null;
}

export interface Filter {
	/** 'here' is everybody but those who left. */
	standing: Standing | 'here' | 'everybody';
	age: AgeBand | '';
	team: string;
	worker: 'mine' | 'none' | '';
	account: Account | '';
	area: Area | '';
	page: number;
}

const STANDINGS = ['here', 'in care', 'care leaver', 'left', 'everybody'] as const;
const WORKERS = ['mine', 'none'] as const;
const PAGE = 50;
const MOST_FOUND = 100;

const oneOf = <T extends string>(all: readonly T[], given: string | null): T | undefined =>
	all.find((one) => one === given);

/** Reads the filter of an address; what it does not know is as if it were not there. */
export function readFilter(query: URLSearchParams): Filter {
	return {
		standing: oneOf(STANDINGS, query.get('standing')) ?? 'here',
		age: oneOf(AGE_BANDS, query.get('age')) ?? '',
		team: query.get('team') ?? '',
		worker: oneOf(WORKERS, query.get('worker')) ?? '',
		account: oneOf(ACCOUNTS, query.get('account')) ?? '',
		area: oneOf(AREAS, query.get('area')) ?? '',
		page: Math.max(1, Math.floor(Number(query.get('page')) || 1))
	};
}

/** The address of another page with the same filter. */
export function addressOf(filter: Filter, page: number): string {
	const given = {
		...filter,
		page: page > 1 ? String(page) : '',
		standing: filter.standing === 'here' ? '' : filter.standing
	};
	const query = new URLSearchParams(Object.entries(given).filter(([, value]) => value !== ''));
	return query.size > 0 ? `?${query}` : '?';
}

/** Whether somebody lacks a worker whom they should have; an IRO is for children in care. */
export function lacksWorker({ standing, died, workers }: Pick<Listed, 'standing' | 'died' | 'workers'>): boolean {
	if (standing === 'left' || died) return false;
	const needed = standing === 'in care' ? CASELOAD_ROLES : (['social worker'] as const);
	return needed.some((role) => !workers[role]?.matched);
}

/** Whether somebody fits a filter on an ISO day. */
export function fits(person: Listed, filter: Filter, today: string): boolean {
	const { standing } = filter;
	if (standing === 'here' ? person.standing === 'left' : standing !== 'everybody' && person.standing !== standing)
		return false;
	if (filter.age && ageBandOn(person.born, today) !== filter.age) return false;
	if (filter.team && person.team !== filter.team) return false;
	if (filter.worker === 'mine' && person.via === null) return false;
	if (filter.worker === 'none' && !lacksWorker(person)) return false;
	if (filter.area && person.area !== filter.area) return false;
	return !filter.account || person.account === filter.account;
}

/** A text as it is searched: without marks above letters, so that "Quan" finds "Quân". */
const plain = (text: string): string =>
	text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLocaleLowerCase('en-GB');

/** Those in whom every word is found: in the preferred name, the CHILD number or a worker's name. */
export function search(people: readonly Listed[], words: string): Listed[] {
	const wanted = plain(words).split(/\s+/).filter(Boolean);
	if (wanted.length === 0) return [];
	return people.filter(({ preferredName, child, workers }) => {
		const text = plain(
			[preferredName, child, workers.IRO?.name, workers['social worker']?.name].filter(Boolean).join('\n')
		);
		return wanted.every((word) => text.includes(word));
	});
}

const VIA_ORDER = { own: 0, cover: 1 } as const;
const collator = new Intl.Collator('en-GB', { sensitivity: 'base', numeric: true });

/** One's own caseload first, then those one covers, then by name; who has none comes after, by CHILD. */
export function inOrder(people: readonly Listed[]): Listed[] {
	const rank = ({ via }: Listed): number => (via ? VIA_ORDER[via] : 2);
	return [...people].sort((one, other) => {
		if (rank(one) !== rank(other)) return rank(one) - rank(other);
		if ((one.preferredName === null) !== (other.preferredName === null)) return one.preferredName === null ? 1 : -1;
		return (
			collator.compare(one.preferredName ?? '', other.preferredName ?? '') || collator.compare(one.child, other.child)
		);
	});
}

/** One page of those who fit a filter. */
export interface Page {
	people: Listed[];
	/** How many fit, on all pages. */
	total: number;
	page: number;
	pages: number;
}

export function pageOf(people: readonly Listed[], filter: Filter, today: string): Page {
	const all = inOrder(people.filter((person) => fits(person, filter, today)));
	const pages = Math.max(1, Math.ceil(all.length / PAGE));
	const page = Math.min(filter.page, pages);
	return { people: all.slice((page - 1) * PAGE, page * PAGE), total: all.length, page, pages };
}

/** What a search found, in the same shape; only the first hundred are shown. */
export function found(people: readonly Listed[], words: string): Page {
	const all = inOrder(search(people, words));
	return { people: all.slice(0, MOST_FOUND), total: all.length, page: 1, pages: 1 };
}
