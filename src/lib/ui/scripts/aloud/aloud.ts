/*
 * "Read to me": buttons that read what stands beside them, and one that reads the whole page. By itself only for the
 * youngest, and only after somebody asked for sound in this visit.
 */
import { gone } from '../leaving.ts';
import { namedParts, type Part } from './part.ts';
import { Reader } from './reader.ts';
import { canSay, say, voice } from './saying.ts';
import { shown, wordsOf } from './showing.ts';

const SLOT = '.hear[data-hear]';
const ALL = '[data-read-all]';
const root = document.documentElement;

const reader = new Reader(say, shown);
let askedFor = false;

function partsOf(slot: HTMLElement): Part[] {
	return namedParts(slot.dataset['hear'] ?? '', slot.dataset['sound']).flatMap(({ id, sound }) => {
		const element = document.getElementById(id);
		const text = element ? wordsOf(element) : '';
		return element && text.trim() ? [{ element, text, sound }] : [];
	});
}

/** Everything on the page that can be heard, in its order, each thing once. */
function partsOfPage(): Part[] {
	const seen = new Set<Element | undefined>();
	return [...document.querySelectorAll<HTMLElement>(`main ${SLOT}`)]
		.flatMap(partsOf)
		.filter(({ element }) => !seen.has(element) && seen.add(element));
}

const offered = (slot: HTMLElement) => partsOf(slot).some(canSay);

/** Shows the buttons that can do something on this device, on the page as it is now. */
function offer(): void {
	const slots = [...document.querySelectorAll<HTMLElement>(SLOT)];
	for (const slot of slots) slot.hidden = !offered(slot);
	const some = slots.some((slot) => !slot.hidden);
	for (const all of document.querySelectorAll<HTMLElement>(ALL)) all.hidden = !some;
}

/** Sound was asked for: this visit remembers it, here and on the server, which writes it onto every later page. */
function remember(): void {
	if (askedFor) return;
	askedFor = true;
	if (root.dataset['read'] === 'on') return;
	root.dataset['read'] = 'on';
	// A preview stores nothing.
	if (!location.pathname.startsWith('/survey')) return;
	// Broken off by leaving: a late answer would give the next person here what this one chose.
	const said = { headers: { Accept: 'application/json' }, body: new URLSearchParams({ read: 'on' }), signal: gone };
	fetch('/comfort', { method: 'POST', ...said }).catch(() => undefined);
}

function readSlot(slot: HTMLElement): void {
	slot.setAttribute('aria-pressed', 'true');
	reader.read(partsOf(slot).filter(canSay), () => slot.setAttribute('aria-pressed', 'false'));
}

/** The button's words change: it reads, or it stops. */
function readAll(button: HTMLElement): void {
	const label = button.querySelector('[data-words]') ?? button;
	const words = label.textContent;
	label.textContent = button.dataset['readAll'] || words;
	button.classList.add('on');
	reader.read(partsOfPage().filter(canSay), () => {
		label.textContent = words;
		button.classList.remove('on');
	});
}

function pressed(button: HTMLElement): void {
	const all = button.matches(ALL);
	const stops = button.classList.contains('on') || button.getAttribute('aria-pressed') === 'true';
	if (all || document.querySelector('main .v4-7')) remember();
	if (stops) reader.stop();
	else if (all) readAll(button);
	else readSlot(button);
}

/** For the youngest the question is read when its page comes, once sound was asked for. */
function readByItself(): void {
	if (gone.aborted || (!askedFor && root.dataset['read'] !== 'on')) return;
	const slots = document.querySelectorAll<HTMLElement>(`main [data-reads-itself] ${SLOT}`);
	const first = [...slots].find((slot) => !slot.hidden);
	if (first) readSlot(first);
}

/** A page has come in the place of another: silence, then its own buttons. */
export function aloudOnNewPage(): void {
	reader.stop();
	if (askedFor) root.dataset['read'] = 'on';
	offer();
	readByItself();
}

export function readAloud(): void {
	document.addEventListener('click', (event) => {
		const button = event.target instanceof Element ? event.target.closest<HTMLElement>(`${SLOT}, ${ALL}`) : null;
		if (button && !gone.aborted) pressed(button);
	});
	document.addEventListener('keydown', ({ key }) => key === 'Escape' && reader.stop());
	gone.addEventListener('abort', () => reader.stop());
	// Voices come late on many devices.
	let heard = false;
	const come = () => {
		offer();
		if (!heard && voice()) {
			heard = true;
			readByItself();
		}
	};
	window.speechSynthesis?.addEventListener?.('voiceschanged', come);
	come();
}

/** One's own page, which has no buttons beside its words: everything in it is read, line by line. */
export function readWholePage(button: HTMLElement): void {
	const words = [button.textContent, button.dataset['read'] ?? ''] as const;
	const offerIt = () => (button.hidden = !voice());
	window.speechSynthesis?.addEventListener?.('voiceschanged', offerIt);
	offerIt();
	gone.addEventListener('abort', () => reader.stop());
	document.addEventListener('keydown', ({ key }) => key === 'Escape' && reader.stop());
	button.addEventListener('click', () => {
		if (reader.reading) return reader.stop();
		const lines = (document.querySelector('main')?.innerText ?? '').split('\n');
		const parts = lines.filter((line) => /\p{L}/u.test(line) && line !== words[0]).map((text) => ({ text }));
		button.textContent = words[1];
		reader.read(parts, () => (button.textContent = words[0]));
	});
}
