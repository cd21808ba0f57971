/*
 * Everything that is recorded, in words for the administrator's page, in groups; and what an event says besides, of what
 * can never be anybody's words. Words only: finding events is lists.server.ts.
 */
import { SETTINGS } from '#lib/settings/registry.ts';
import type { AuditEvent, Recorded, SubjectKind } from '../event.ts';

export const GROUPS = {
	'signing-in': 'Signing in and out',
	accounts: 'Accounts and roles of staff',
	people: 'Young people and their accounts',
	caseloads: 'Caseloads and cover',
	messages: 'Messages and data requests',
	surveys: 'Surveys and results',
	settings: 'Settings',
	upkeep: 'Keys, record, backups'
} as const;

export type Group = keyof typeof GROUPS;

type Said = { group: Group; words: string };
const group =
	(name: Group) =>
	(words: string): Said => ({ group: name, words });
const signing = group('signing-in');
const accounts = group('accounts');
const people = group('people');
const caseloads = group('caseloads');
const messages = group('messages');
const surveys = group('surveys');
const upkeep = group('upkeep');

/** Each kind of event, as somebody did it. */
export const RECORDED_WORDS: Readonly<Record<Recorded, Said>> = {
	'signed in': signing('Signed in'),
	'signed out': signing('Signed out'),
	'sign-in locked': signing('Too many wrong tries: the sign-in was locked'),
	'device signed out': signing('Signed a device out'),
	enrolled: accounts('Set up their account'),
	'enrolment link made': accounts('Made a link to set up an account'),
	'second factor changed': accounts('Changed their second factor'),
	'password changed': accounts('Changed their password'),
	'account added': accounts('Added an account'),
	'account disabled': accounts('Closed an account'),
	'account enabled': accounts('Opened an account again'),
	'account rescued': accounts('Rescued an account'),
	'single sign-on linked': accounts('Linked an account to single sign-on'),
	'role given': accounts('Gave a role'),
	'role taken away': accounts('Took a role away'),
	'role asked for': accounts('Asked for a role'),
	'role refused': accounts('Refused a role'),
	left: accounts('Noted that somebody left'),
	'handed over': caseloads('Handed a caseload over'),
	'matched to an account': caseloads('Matched a worker’s name to an account'),
	'cover set': caseloads('Set cover'),
	'cover ended': caseloads('Ended cover'),
	'roster imported': caseloads('Took in a file of the roster'),
	'joining card made': people('Made a joining card'),
	'joining card stopped': people('Stopped a joining card'),
	'account joined': people('Joined with a card'),
	'way in changed': people('Changed how they come in'),
	'young person added': people('Added a young person'),
	'young person corrected': people('Corrected details of a young person'),
	'young person opened': people('Opened the page of a young person'),
	'reason given': people('Wrote down why they open a page'),
	'notice choice changed': people('Chose how to get notices'),
	'concern sent': messages('Sent a message to talk to someone'),
	'concern opened': messages('Opened a message'),
	'concern answered': messages('Answered a message'),
	'concern assigned': messages('Gave a message to somebody to look after'),
	'concern put on file': messages('Put a message on the child’s record'),
	'concern closed': messages('Closed a message'),
	'concern opened again': messages('Opened a closed message again'),
	'concern escalated': messages('Told the next person that a message waits'),
	'data request made': messages('Asked about their own data'),
	'data request acknowledged': messages('Acknowledged a data request'),
	'data request opened': messages('Opened a data request'),
	'data request answered': messages('Answered a data request'),
	'young person erased': messages('Erased a young person'),
	'wave opened': surveys('Opened a wave'),
	'wave closed': surveys('Closed a wave'),
	'half fetched': surveys('Fetched their half of a recovery copy'),
	'half said to be destroyed': surveys('Said that their half is destroyed'),
	'half handed over': surveys('Handed a half over'),
	'release made': surveys('Released results'),
	exported: surveys('Took away a file'),
	'setting changed': { group: 'settings', words: 'Changed a setting' },
	'recording added': { group: 'settings', words: 'Added a recording' },
	'recording removed': { group: 'settings', words: 'Removed a recording' },
	'old events let go': upkeep('Let old events of this record go'),
	'keys changed': upkeep('Changed keys'),
	'old keys destroyed': upkeep('Destroyed old keys'),
	'notice tried again': upkeep('Tried a notice again'),
	'erasures replayed': upkeep('Erased again what was erased before a restore'),
	'retention ran': upkeep('Let go what was kept long enough'),
	'backup made': upkeep('Made a backup'),
	'backup restored': upkeep('Restored a backup')
};

/** A kind of event in words; a kind that this version does not know, as it is. */
export const recordedInWords = (what: string): string => RECORDED_WORDS[what as Recorded]?.words ?? what;

/** What each kind of subject is called. */
export const SUBJECT_WORDS: Readonly<Record<SubjectKind, string>> = {
	staff: 'A member of staff',
	'young person': 'A young person',
	setting: 'A setting',
	recording: 'A recording',
	wave: 'A wave',
	release: 'A release',
	roster: 'The roster',
	concern: 'A message',
	'data request': 'A data request',
	notice: 'A notice',
	backup: 'A backup',
	key: 'A key',
	record: 'This record'
};

/** The label of a setting; its value is nobody's business here. */
export const settingInWords = (key: string): string =>
	(SETTINGS as Record<string, { label: string }>)[key]?.label ?? key;

/** Details that are shown, with what they are called; all others stay in the database. */
const SHOWN = {
	role: 'role',
	roles: 'roles',
	fields: 'fields',
	means: 'with',
	form: 'as',
	wave: 'wave',
	why: 'kind of reason',
	through: 'through event',
	events: 'events',
	people: 'people',
	count: 'count'
} as const;

/** What an event says besides: of a few details, what can never be anybody's words. */
export function detailInWords(detail: NonNullable<AuditEvent['detail']>): string {
	return Object.entries(SHOWN)
		.flatMap(([key, label]) => {
			const value = detail[key];
			return value === undefined || value === null || value === '' ? [] : [`${label}: ${value}`];
		})
		.join('; ');
}
