/*
 * A joining card: what it may still be used for. Making, stopping and reading cards are operations beside.
 */

/** How long a card waits to be used to join. */
export const CARD_DAYS = 28;

/** 'signs in' is a card that is somebody's way in every time; it has no end. */
export type CardState = 'waiting' | 'used' | 'signs in' | 'stopped';

export type CardUse = 'joins' | 'signs in' | 'used' | 'stopped' | 'ran out';

/** What a card is good for at an instant. `expiresAt` is ISO. */
export function useOfCard(state: CardState, expiresAt: string, now: Date): CardUse {
	if (state !== 'waiting') return state;
	return expiresAt > now.toISOString() ? 'joins' : 'ran out';
}

/** When a card that is made now runs out, as ISO. */
export function cardRunsOut(now: Date): string {
	return new Date(now.getTime() + CARD_DAYS * 86_400_000).toISOString();
}
