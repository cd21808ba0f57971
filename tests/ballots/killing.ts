/*
 * Killing a server as a power cut would, now and then while others answer, and starting it again.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Server } from '../server/server.ts';

const LOOK_MS = 20;
const LONGEST_WAIT_MS = 250;
const LONGEST_DARK_MS = 200;

interface Killing {
	kills: number;
	/** How much of the work is done, from 0 to 1. */
	share(): number;
	/** Begins later by half of this: several servers do not die together. */
	from?: number;
	running(): boolean;
}

/** Kills fall where they fall, spread over the whole run: after every so much work and a random moment more. Gives how many fell. */
export async function killNowAndThen(server: Server, { kills, share, from = 0, running }: Killing): Promise<number> {
	for (let kill = 1; kill <= kills; kill += 1) {
		const due = (kill - 0.5 - from / 2) / kills;
		while (running() && share() < due) await pause(LOOK_MS);
		if (!running()) return kill - 1;
		await pause(Math.random() * LONGEST_WAIT_MS);
		await server.kill();
		await pause(Math.random() * LONGEST_DARK_MS);
		await server.start();
	}
	return kills;
}
