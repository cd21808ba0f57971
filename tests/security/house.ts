/*
 * The house with everybody in it, the built server in front, and a cookie for each: what the security tests start from.
 */
import { expect, test as base } from '@playwright/test';
import { restFromWork } from '../server/resting.ts';
import { startServer, type Server } from '../server/server.ts';
import { inhabited, type Comer, type Inhabited } from './inhabitants.ts';
import { cookiesOf, type Cookies } from './sessions.ts';
import { snapshotOf, type Snapshot } from './snapshot.ts';

export interface House extends Inhabited {
	server: Server;
	before: Snapshot;
	/** The `Cookie` header of somebody. */
	cookieOf(comer: Comer, proof?: keyof Cookies): string;
}

export const test = base.extend<object, { house: House }>({
	house: [
		// eslint-disable-next-line no-empty-pattern
		async ({}, use) => {
			const people = await inhabited();
			const cookies = await cookiesOf(people);
			await restFromWork(people.db);
			const before = await snapshotOf(people);
			const server = await startServer(people.settings);
			const cookieOf = (comer: Comer, proof: keyof Cookies = 'fresh') =>
				comer === 'nobody' ? '' : cookies[proof][comer];
			await use({ ...people, server, before, cookieOf });
			await server.kill();
			await people.remove();
		},
		{ scope: 'worker', timeout: 60_000 }
	]
});

export { expect };
