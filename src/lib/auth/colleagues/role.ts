/*
 * What each role of the council may do and must never, in plain words, and which roles an administrator gives or a second
 * one must agree to. Who holds which is not known here.
 */
import { COUNCIL_ROLES, type Role } from '../actor.ts';

export type CouncilRole = (typeof COUNCIL_ROLES)[number];

export interface RoleWords {
	name: string;
	may: string;
	/** What follows "must never". */
	never: string;
}

export const ROLE_WORDS: Readonly<Record<CouncilRole, RoleWords>> = {
	'participation officer': {
		name: 'Participation officer',
		may: 'Runs the surveys, sees everyone in the roster, makes joining cards, codes comments into themes, plans actions.',
		never: 'see who wrote an answer or a comment.'
	},
	IRO: {
		name: 'IRO',
		may: 'The independent reviewing officer. Sees the young people of their own caseload, makes joining cards for them, writes their letters.',
		never: 'see survey answers.'
	},
	'social worker': {
		name: 'Social worker',
		may: 'Sees the young people of their own caseload, refers them for advocacy.',
		never: 'read what a young person tells the advocate.'
	},
	'safeguarding lead': {
		name: 'Safeguarding lead',
		may: 'Sees everyone in the roster and every worrying message, at once.',
		never: 'see who wrote an answer in the survey.'
	},
	'committee member': {
		name: 'Committee member',
		may: 'Reads the released results and the action plan.',
		never: 'see a young person, or a figure that is not protected.'
	},
	administrator: {
		name: 'Administrator',
		may: 'Looks after accounts, roles and settings.',
		never: 'see a young person, or read letters, comments or requests.'
	}
};

export const isCouncilRole = (role: string): role is CouncilRole => (COUNCIL_ROLES as readonly string[]).includes(role);

/** A role in words, for any tenant. */
export const roleName = (role: Role): string => (isCouncilRole(role) ? ROLE_WORDS[role].name : 'Advocacy worker');

/** A role as somebody becomes it: "an IRO", "a social worker". */
export const asRole = (role: string): string => `${/^[aeiou]/iu.test(role) ? 'an' : 'a'} ${role}`;

/** The roles that an administrator gives on the page for a new colleague; administrators are made afterwards, by two. */
export const GIVEN_AT_ONCE: readonly CouncilRole[] = COUNCIL_ROLES.filter((role) => role !== 'administrator');

/** What changes between two sets of roles. */
export function roleChanges(had: readonly Role[], wanted: readonly Role[]): { given: Role[]; taken: Role[] } {
	return {
		given: wanted.filter((role) => !had.includes(role)),
		taken: had.filter((role) => !wanted.includes(role))
	};
}
