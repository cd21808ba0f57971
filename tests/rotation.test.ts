/*
 * The council's key changed under load and killed half-way: a short run; the long one is in the drill.
 */
import { expect, it } from 'vitest';
import { rotationHolds } from './rotation/run.ts';

it('changing the key under load, killed half-way and resumed, loses nothing and leaves nothing behind', async () => {
	for (const { name, passed } of await rotationHolds({ comments: 400, children: 100, kills: 3 }))
		expect(passed, name).toBe(true);
});
