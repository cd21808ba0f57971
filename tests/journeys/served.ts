/*
 * What every journey starts from: a running server with an open wave, unspent codes and people who may sign in; and a
 * page that is watched for requests elsewhere, faults in the console and things left in storage.
 */
import { test as base, expect, type Page } from '@playwright/test';
import { enrolledStaff } from '../../src/cli/demonstration/enrolled.ts';
import { addDays, dayOf } from '#lib/calendar/day.ts';
import { SESSION_COOKIE, type Holder } from '#lib/auth/sessions.server.ts';
import { staffByEmail } from '#lib/auth/staff/accounts.server.ts';
import { VERSIONS, type Version } from '#lib/surveys/question.ts';
import type { Wave } from '#lib/waves/waves.server.ts';
import { startServer, type Server } from '../server/server.ts';
import { sessionTokenOf } from '../server/signed-in.ts';
import { freshSurroundings, type Surroundings } from '../server/surroundings.ts';
import { inviteYoungPeople, openedWave, OPERATOR } from '../waves/opened.ts';

export interface Served extends Surroundings {
	server: Server;
	origin: string;
	wave: Wave;
	/** A code that nobody has used, for the young people of a version. */
	takeCode(version?: Version): string;
}

export const PASSWORD = 'a long enough password';
export const OFFICER = 'officer@council.example';
export const MEMBER = 'member@council.example';

/** The fewest young people of a version that a wave opens for. */
const FEWEST = 25;

/** The roster, accounts and, if asked for, an open wave, for all versions or 11–17 alone; then the server on localhost. */
export async function serve(
	people: number,
	{ open, versions = ['11-17'] }: { open: boolean; versions?: readonly Version[] }
): Promise<Served> {
	const surroundings = await freshSurroundings();
	const { db, keyring } = surroundings;
	const today = dayOf(new Date());
	for (const version of versions) await inviteYoungPeople(db, version === '11-17' ? people : FEWEST, today, version);
	for (const [email, name, role] of [
		[OFFICER, 'Olu Officer', 'participation officer'],
		[MEMBER, 'Mo Member', 'committee member']
	] as const) {
		await enrolledStaff(db, keyring, OPERATOR, { email, name, roles: [role], password: PASSWORD });
	}
	const closes = addDays(today, 30);
	const opened = open ? await openedWave(db, keyring, { name: 'Journey', today, closes }) : null;
	const server = await startServer(surroundings.settings, undefined, 'localhost');
	return {
		...surroundings,
		server,
		origin: server.origin,
		wave: opened?.wave as Wave,
		takeCode(version = '11-17') {
			const code = opened?.codesBy[version].pop();
			if (!code) throw new Error(`no code of ${version} is left`);
			return code;
		}
	};
}

/** Puts a session into the page's browser, as signing in with all factors does; the pages of that have their own journeys. */
export async function signInHolder(page: Page, { db, origin }: Served, holder: Holder): Promise<void> {
	// Browsers take localhost for secure; to plant a secure cookie, its address must say so too.
	const url = origin.replace('http:', 'https:');
	const cookie = { name: SESSION_COOKIE, value: await sessionTokenOf(db, holder), url };
	await page.context().addCookies([{ ...cookie, httpOnly: true, secure: true, sameSite: 'Lax' }]);
}

/** The same for a member of staff, by address. */
export async function signInAs(page: Page, served: Served, email: string): Promise<void> {
	const staff = await staffByEmail(served.db, email);
	if (!staff) throw new Error(`nobody has the address ${email}`);
	await signInHolder(page, served, { kind: 'staff', id: staff.id });
}

/** Gives the page's browser a lock as a phone has it, which says yes by itself. */
export async function addAuthenticator(page: Page): Promise<void> {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('WebAuthn.enable');
	await devtools.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true
		}
	});
}

export async function endServing(served: Served): Promise<void> {
	await served.server.kill();
	await served.remove();
}

interface Watched {
	/** Requests that left the origin, console errors, page faults. */
	faults: string[];
}

/** Watches a page; what is found stands in `faults`. */
export function watch(page: Page, origin: string): Watched {
	const faults: string[] = [];
	page.on('request', (request) => {
		if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith('data:'))
			faults.push(`asked ${request.url()}`);
	});
	page.on('pageerror', (fault) => faults.push(`fault ${fault.message}`));
	page.on('console', (message) => {
		// The browser itself says so when a page answers 4xx, as ours do on purpose.
		if (message.type() === 'error' && !/Failed to load resource.*status of 4\d\d/.test(message.text())) {
			faults.push(`console ${message.text()}`);
		}
	});
	return { faults };
}

export const test = base.extend<{ watched: Watched; at: (path: string) => string }, { served: Served }>({
	served: [
		// eslint-disable-next-line no-empty-pattern
		async ({}, use) => {
			const served = await serve(60, { open: true, versions: VERSIONS });
			await use(served);
			await endServing(served);
		},
		{ scope: 'worker' }
	],
	watched: [
		async ({ page, served }, use) => {
			const watched = watch(page, served.origin);
			await use(watched);
			expect(watched.faults).toEqual([]);
		},
		{ auto: true }
	],
	at: async ({ served }, use) => {
		await use((path) => served.origin + path);
	}
});

export { expect };
