/*
 * What every journey starts from: a running server with an open wave, unspent codes and people who may sign in; and a
 * page that is watched for requests elsewhere, faults in the console and things left in storage.
 */
import { dayOf } from '#lib/calendar/day.ts';
import { test as base, expect, type Page } from '@playwright/test';
import { addStaff } from '#lib/auth/staff.server.ts';
import { addDays } from '#lib/calendar/day.ts';
import type { Wave } from '#lib/waves/waves.server.ts';
import { startServer, type Server } from '../server/server.ts';
import { freshSurroundings, type Surroundings } from '../server/surroundings.ts';
import { inviteYoungPeople, openedWave, OPERATOR } from '../waves/opened.ts';

export interface Served extends Surroundings {
	server: Server;
	origin: string;
	wave: Wave;
	/** A code that nobody has used. */
	takeCode(): string;
}

export const PASSWORD = 'a long enough password';
export const OFFICER = 'officer@council.example';
export const MEMBER = 'member@council.example';

/** The roster, accounts and, if asked for, an open wave; then the server on localhost. */
export async function serve(people: number, { open }: { open: boolean }): Promise<Served> {
	const surroundings = await freshSurroundings();
	const { db, keyring } = surroundings;
	const today = dayOf(new Date());
	await inviteYoungPeople(db, people, today);
	for (const [email, name, role] of [
		[OFFICER, 'Olu Officer', 'participation officer'],
		[MEMBER, 'Mo Member', 'committee member']
	] as const) {
		await addStaff(db, OPERATOR, { email, name, roles: [role], password: PASSWORD });
	}
	const closes = addDays(today, 30);
	const opened = open ? await openedWave(db, keyring, { name: 'Journey', today, closes }) : null;
	const codes = opened?.codes ?? [];
	const server = await startServer(surroundings.settings, undefined, 'localhost');
	return {
		...surroundings,
		server,
		origin: server.origin,
		wave: opened?.wave as Wave,
		takeCode() {
			const code = codes.pop();
			if (!code) throw new Error('no code is left');
			return code;
		}
	};
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
			const served = await serve(60, { open: true });
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
