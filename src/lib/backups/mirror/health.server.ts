/*
 * Whether a lost disk would take keys with it: how old the copy of keyring and ledger is, what it lacks, and whether it
 * lies on another disk. It looks and changes nothing.
 */
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { momentInWords } from '#lib/calendar/day.ts';
import type { Configuration } from '#lib/settings/configuration.server.ts';
import type { Health } from '#lib/settings/health.ts';
import { keysIn, partsOf, saidBy } from './mirroring.server.ts';

/** One is made every ten minutes. */
const LATE_MS = 30 * 60_000;
const LOST_MS = 24 * 3_600_000;
const WHAT = 'Copy of keyring and ledger';

function deviceOf(path: string): number {
	let nearest = path;
	while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
	return statSync(nearest).dev;
}

function apartHealth(copy: string, others: readonly string[]): Health {
	const what = 'Copy on another disk';
	if (others.some((one) => deviceOf(one) === deviceOf(copy)))
		return {
			what,
			state: 'warning',
			words: `${copy} lies on the same disk as the keyring or the ledger, and is lost with it. Put EARSHOT_COPY on another volume.`
		};
	return { what, state: 'good', words: 'It does not share a disk with the keyring or the ledger.' };
}

function completeHealth({ keyring, ledger }: Pick<Configuration, 'keyring' | 'ledger'>, copy: string): Health {
	const what = 'Keys in the copy';
	const parts = partsOf(copy);
	const [held, copied] = [keysIn(keyring), keysIn(parts.keyring)];
	const [isHeld, isCopied] = [new Set(held), new Set(copied)];
	const lost = copied.filter((name) => !isHeld.has(name)).length;
	if (lost > 0)
		return {
			what,
			state: 'wrong',
			words: `${lost} of its keys are not in the keyring any more, and were not destroyed by Earshot when it was last made. Put them back from ${parts.keyring}, or run “earshot backup” if somebody has just been erased.`
		};
	const missing = held.filter((name) => !isCopied.has(name)).length;
	const size = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
	const behind = size(parts.ledger) < size(join(ledger, 'ledger.jsonl'));
	if (missing === 0) return { what, state: 'good', words: `All ${held.length} are in it.` };
	const lines = behind ? ', and lines of the ledger' : '';
	return { what, state: 'warning', words: `It lacks ${missing} of ${held.length}${lines}: the next copy takes them.` };
}

/** Findings about the copy on another disk. */
export function mirrorHealth(at: Pick<Configuration, 'keyring' | 'ledger' | 'copy'>, now: Date): Health[] {
	const { copy } = at;
	if (copy === null)
		return [
			{
				what: WHAT,
				state: 'warning',
				words:
					'None is made: EARSHOT_COPY is not set. A key is drawn for each young person, and nothing about them can be restored without it. Name a folder on another disk, or copy the keyring (without wave/, half/ and intake/) and the ledger by hand every day.'
			}
		];
	const said = saidBy(copy);
	const next = 'Run “earshot backup”: it says what is in its way.';
	if (!said) return [{ what: WHAT, state: 'wrong', words: `There is none in ${copy} yet. ${next}` }];
	const made = `It is of ${momentInWords(new Date(said.at))}.`;
	const age = now.getTime() - Date.parse(said.at);
	const state = age >= LOST_MS ? 'wrong' : age >= LATE_MS ? 'warning' : 'good';
	return [
		{ what: WHAT, state, words: state === 'good' ? made : `${made} ${next}` },
		completeHealth(at, copy),
		apartHealth(copy, [at.keyring, at.ledger])
	];
}
