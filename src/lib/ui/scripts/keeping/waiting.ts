/*
 * What the courier needs of a browser: its clock, and the place on the page where it says that something waits.
 */
import type { Why } from './courier.ts';

export function later(milliseconds: number, callback: () => void): () => void {
	const timer = setTimeout(callback, milliseconds);
	return () => clearTimeout(timer);
}

/** Says calmly that something waits; the words were written by the server onto the page. */
export function waits(why: Why | null): void {
	const place = document.querySelector<HTMLElement>('[data-lost]');
	if (!place) return;
	const words = why ? (place.dataset[why] ?? '') : '';
	if (place.textContent === words) return;
	place.textContent = words;
	if (words) place.scrollIntoView({ block: 'nearest' });
}
