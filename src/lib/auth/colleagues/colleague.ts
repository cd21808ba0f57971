/*
 * The list of colleagues: how far each account is, and finding some by words, role or state. Rules only.
 */
import type { Role } from '../actor.ts';
import { isCouncilRole, type CouncilRole } from './role.ts';

export const ACCOUNT_STATES = ['in use', 'not enrolled', 'closed'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

/** What the list knows of everybody. */
interface Listed {
	name: string;
	email: string;
	roles: readonly Role[];
	enrolled: boolean;
	disabled: boolean;
}

export interface Sought {
	/** Parts of a name or address, in any order. */
	words: string;
	role: CouncilRole | null;
	state: AccountState | null;
}

/** Reads the filters of an address; what is none of ours is no filter. */
export function soughtIn(parameters: URLSearchParams): Omit<Sought, 'words'> {
	const role = parameters.get('role') ?? '';
	const state = parameters.get('state');
	return {
		role: isCouncilRole(role) ? role : null,
		state: ACCOUNT_STATES.find((one) => one === state) ?? null
	};
}

export function stateOf({ enrolled, disabled }: Pick<Listed, 'enrolled' | 'disabled'>): AccountState {
	if (disabled) return 'closed';
	return enrolled ? 'in use' : 'not enrolled';
}

/** Lower case and without marks, so that "tomas" finds "Tomás". */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The colleagues who fit everything that is sought. */
export function found<C extends Listed>(colleagues: readonly C[], { words, role, state }: Sought): C[] {
	const parts = plain(words).split(/\s+/).filter(Boolean);
	return colleagues.filter((one) => {
		const said = plain(`${one.name} ${one.email}`);
		return (
			parts.every((part) => said.includes(part)) &&
			(role === null || one.roles.includes(role)) &&
			(state === null || stateOf(one) === state)
		);
	});
}
