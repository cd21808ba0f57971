/*
 * What goes on in a council while it is backed up, and remembers what was acknowledged when: people sign in, young people
 * send messages through the operations, beside ballots sent through a server.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { sessionsIn } from '#lib/auth/sessions.server.ts';
import { sendConcern } from '#lib/concerns/asking.server.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import { staffMember } from '../accounts.ts';
import { joinedYoungPerson } from '../young-accounts.ts';
import type { Surroundings } from '../server/surroundings.ts';

export interface Load {
	/** Ids of the messages that were acknowledged so far. */
	concerns: string[];
	signedIn: number;
	/** Stops it and waits until everything begun has ended. */
	stop(): Promise<void>;
}

/** Begins the load; it goes on until it is stopped. */
export async function beginLoad({ db, keyring }: Surroundings): Promise<Load> {
	const lead = await staffMember(db, ['safeguarding lead'], 'Lee Lead');
	const load: Load = { concerns: [], signedIn: 0, stop: async () => undefined };
	let running = true;
	const sending = async () => {
		while (running) {
			const now = new Date();
			const young = await joinedYoungPerson(db, keyring, now);
			const once = randomId();
			const words = `Something is wrong here ${once}`;
			const asking = { wish: 'not sure', topic: 'something else', reply: 'here' } as const;
			const nothing = { address: null, safeWhen: null, name: null };
			const given = { ...asking, ...nothing, words } as Parameters<typeof sendConcern>[3];
			const sent = await sendConcern(db, keyring, young, given, { once, browser: once }, now);
			if (sent.kind === 'sent') load.concerns.push(sent.id);
			await pause(5);
		}
	};
	const signingIn = async () => {
		while (running) {
			await sessionsIn(db).open({ kind: 'staff', id: lead.staffId }, { means: 'passkey', device: 'x' }, new Date());
			load.signedIn += 1;
			await pause(10);
		}
	};
	const all = [sending(), sending(), signingIn()];
	load.stop = async () => {
		running = false;
		await Promise.all(all);
	};
	return load;
}
