/*
 * The record of somebody's account in sentences that an administrator reads. Reading it is the record's.
 */
import type { Recorded } from '#lib/audit/event.ts';
import type { Role } from '../actor.ts';
import { asRole, roleName } from './role.ts';

interface Event {
	what: string;
	detail: Readonly<Record<string, string | number | boolean | null>>;
}

const nameOf = (role: unknown): string => (typeof role === 'string' ? roleName(role as Role) : 'a role');

/** What happened, without who and when. */
export function tellEvent({ what, detail }: Event): string {
	switch (what) {
		case 'role given':
			return `Role given: ${nameOf(detail['role'])}`;
		case 'role taken away':
			return `Role taken away: ${nameOf(detail['role'])}`;
		case 'role asked for':
			return `Asked for the role ${nameOf(detail['role'])}`;
		case 'role refused':
			return `The role ${nameOf(detail['role'])} was refused or taken back`;
		case 'account added':
			return `Account added with: ${String(detail['roles']).split(', ').map(nameOf).join(', ')}`;
		case 'account rescued':
			return `Rescued at the server’s command line: ${String(detail['reason'])}`;
		case 'signed in':
			return `Signed in (${String(detail['means'])})`;
		case 'handed over':
			return `Handed over: ${String(detail['count'])} young people, as ${nameOf(detail['role'])}`;
		case 'matched to an account':
			return `Given by their name in the council’s file: ${String(detail['count'])} young people, as ${nameOf(detail['role'])}`;
		case 'left':
			return 'Left; everything they held was handed over';
		default:
			return `${what.charAt(0).toUpperCase()}${what.slice(1)}`;
	}
}

/** What gives somebody a way in, takes it, or changes what they may do. */
export const ACCOUNT_CHANGES = [
	'account added',
	'enrolment link made',
	'account disabled',
	'account enabled',
	'account rescued',
	'role given',
	'role taken away',
	'role asked for',
	'role refused',
	'left'
] as const satisfies readonly Recorded[];

/** One of the changes above as it follows the name of who did it: "made Cleo an administrator". */
export function tellChange({ what, detail }: Event, name: string): string {
	const roleAs = asRole(String(detail['role']));
	switch (what) {
		case 'account added':
			return `added ${name} as ${String(detail['roles']).split(', ').map(asRole).join(' and ')}`;
		case 'enrolment link made':
			return `made a new link to enrol for ${name}`;
		case 'account disabled':
			return `closed the account of ${name}`;
		case 'account enabled':
			return `opened the account of ${name} again`;
		case 'account rescued':
			return `made a new link to enrol for ${name}, with the reason: ${String(detail['reason'])}`;
		case 'role given':
			return `made ${name} ${roleAs}`;
		case 'role taken away':
			return `made ${name} no longer ${roleAs}`;
		case 'role asked for':
			return `asked that ${name} become ${roleAs}`;
		case 'role refused':
			return `refused, or took back, that ${name} become ${roleAs}`;
		case 'left':
			return `wrote down that ${name} left, and handed over what they held`;
		default:
			return `changed the account of ${name}`;
	}
}

/** Who did it; the record keeps no name for what nobody did. */
export const tellActor = ({ actorKind, actorName }: { actorKind: string; actorName: string }): string =>
	actorKind === 'command line' ? 'the server’s command line' : actorName || 'the server';
