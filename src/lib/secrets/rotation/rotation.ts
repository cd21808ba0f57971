/*
 * Changing a tenant's key: what may come of it, and when the older ones may go. Rules only; the work is in
 * rotating.server.ts and old-keys.server.ts.
 */

/** Told how many rows are sealed anew, of how many. */
export type Report = (done: number, total: number) => void;

/** A sealed text that does not open: where it stands, never what. */
export interface Unreadable {
	table: string;
	column: string;
	id: string;
}

/** Fourteen daily backups are kept: after as many days and one no backup needs a key from before. */
export const DAYS_OF_BACKUPS = 15;

/** Longer than any operation holds on to the keys it began with (an import is the longest). */
export const MINUTES_IN_FLIGHT = 15;

const after = (instant: string, minutes: number): Date => new Date(Date.parse(instant) + minutes * 60_000);

/**
 * From when on the older keys may be destroyed, for a rotation that ended at an instant (ISO 8601). `atOnce` gives up
 * the backups that need them, and still waits for what was being written when the keys changed. A backup older than
 * the rotation's end that is still kept (`oldestKept`) needs them however long it has been.
 */
export function mayDestroyFrom(endedAt: string, { atOnce, oldestKept }: WhatIsKept): Date | 'a backup needs them' {
	if (atOnce) return after(endedAt, MINUTES_IN_FLIGHT);
	if (oldestKept && oldestKept.getTime() <= Date.parse(endedAt)) return 'a backup needs them';
	return after(endedAt, DAYS_OF_BACKUPS * 24 * 60);
}

export interface WhatIsKept {
	/** Without waiting for the backups to be let go. */
	atOnce?: boolean;
	/** When the oldest backup still kept was made, where that is known. */
	oldestKept?: Date | null;
}
