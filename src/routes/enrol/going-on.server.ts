/*
 * What the pages of an enrolment share: reading what is under way, keeping it, and going to the page that comes next.
 */
import { redirect, type Cookies } from '@sveltejs/kit';
import { nameAndAddressOf } from '#lib/auth/staff/accounts.server.ts';
import { enrolling, nextPage, type Enrolment } from '#lib/auth/staff/enrolling.server.ts';
import { database } from '#lib/database/running.server.ts';
import { remember, remembered } from '../under-way.server.ts';

/** Keeps it in the browser, sealed, for half an hour from now. */
export function keep(cookies: Cookies, enrolment: Enrolment, now: Date): void {
	remember(cookies, enrolling, enrolment, now);
}

/** Keeps it and goes on. */
export function goOn(cookies: Cookies, enrolment: Enrolment, now: Date): never {
	keep(cookies, enrolment, now);
	redirect(303, nextPage(enrolment));
}

/** What is under way and who it is, for the page at this path; another page or the beginning when it is not its turn. */
export async function underWayAt(path: string, cookies: Cookies, now: Date) {
	const enrolment = remembered(cookies, enrolling, now);
	if (!enrolment) redirect(303, '/enrol?notice=late');
	const next = nextPage(enrolment);
	if (next !== path) redirect(303, next);
	const person = await nameAndAddressOf(database(), enrolment.staffId);
	if (!person) redirect(303, '/enrol?notice=ended');
	return { enrolment, person };
}
