/*
 * Opening where one record among many may not open: lists go on without it and say so. A single record is opened by
 * openRecord, which throws; how many do not open is told by the doctor.
 */
import { noteTrouble } from '#lib/jobs/faults.server.ts';
import type { Keyring } from './keyring.server.ts';
import { openRecord, type Place } from './records.server.ts';

const HOUR_MS = 3_600_000;
/** When each kind of record was last noted, by a clock that never goes back. */
const noted = new Map<string, number>();

/** Notes that a kind of record did not open, once an hour: a list that is looked at all day is one line, not thousands. */
function noteUnreadable({ table, column }: Place, fault: unknown, clock: () => number): void {
	const kind = `${table}.${column}`;
	const now = clock();
	const before = noted.get(kind);
	if (before !== undefined && now - before < HOUR_MS) return;
	noted.set(kind, now);
	noteTrouble(`a sealed ${kind} does not open: run "earshot doctor"`, fault);
}

/** Opens a sealed text in its place, or gives null: its key is lost, or it is damaged. Noted with its kind, no content. */
export function openIfReadable(
	keyring: Keyring,
	place: Place,
	sealed: string,
	clock: () => number = () => performance.now()
): string | null {
	try {
		return openRecord(keyring, place, sealed);
	} catch (fault) {
		noteUnreadable(place, fault, clock);
		return null;
	}
}
