/*
 * What needs a proof of who it is that is younger than five minutes, though somebody is signed in: one table of routes.
 * The hook asks here; how the proof is given is sign-in's.
 */
import { areaOf, withoutGroups } from './areas.ts';

export const PROOF_MINUTES = 5;

/** Route ids without their groups; everything beneath them counts too. */
export const NEEDS_PROOF: readonly string[] = [
	'/staff/waves/[wave]/opening',
	'/staff/waves/[wave]/closing',
	'/staff/waves/[wave]/release',
	'/staff/people/import',
	'/staff/people/handover',
	'/staff/people/cover',
	'/staff/people/unmatched',
	'/staff/people/[person]/card',
	'/staff/settings/staff',
	'/staff/settings/talking',
	'/staff/settings/retention',
	'/staff/data-requests/new',
	'/committee/releases/[release]/release.csv',
	'/committee/releases/[release]/release.json',
	'/account/factors',
	'/account/halves/[wave]',
	'/staff/data-requests/[request]',
	'/staff/settings/record/export',
	'/me/account/ways',
	'/me/account/notices',
	'/staff/people/[person]/erasure',
	'/me/data/erasure',
	'/me/data/requests/[request]/copy'
];

/** Whether a route may only be used soon after the holder proved who they are. */
export function needsProof(routeId: string): boolean {
	const path = withoutGroups(routeId);
	return NEEDS_PROOF.some((one) => path === one || path.startsWith(`${one}/`));
}

/** Whether a proof given then is young enough now. */
export function isProven(provenAt: Date, now: Date): boolean {
	return now.getTime() - provenAt.getTime() < PROOF_MINUTES * 60_000;
}

/** Where the proof is given anew: young people sign in again, staff show their second factor. */
export function proofAddress(routeId: string): '/sign-in' | '/sign-in/again' {
	return areaOf(routeId) === 'me' ? '/sign-in' : '/sign-in/again';
}
