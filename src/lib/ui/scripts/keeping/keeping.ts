/*
 * Nothing typed is lost: a page of the survey is sent and the next one put in its place; without a connection it is kept
 * in memory, said so, and sent when there is one again. Whoever leaves is let go at once. All works without this.
 */
import { Courier, type Outcome } from './courier.ts';
import { entriesOf, putBack, sameEntries, type Entries } from './entries.ts';
import { keptForm, swapIn } from './swapping.ts';

/** Answers that stand for "not now": the server's, or those of whatever stands before it. */
const NOT_NOW = new Set([500, 502, 503, 504]);

interface Shown {
	/** False when it brings back what the server could not take. */
	taken: boolean;
	/** True for a page that comes after another, false on the browser's own way back. */
	goesOn: boolean;
}

interface Hooks {
	/** A page has come in the place of another. */
	swapped: () => void;
	/** The server was reached, and knows that somebody is here. */
	reached: () => void;
}

export function keepWhatIsTyped({ swapped, reached }: Hooks): void {
	// A preview for staff looks the same and has nothing to lose.
	if (!keptForm(document) || !location.pathname.startsWith('/survey')) return;
	/** The address of what is shown, whatever the address bar says meanwhile. */
	let shown = location.href;
	const unsent = new Map<string, Entries>();
	const bypassed = new WeakSet<HTMLFormElement>();
	const courier = new Courier({ later, waits });

	const held = (): Entries => {
		const form = keptForm(document);
		return form ? entriesOf(new FormData(form)) : [];
	};
	/** What the page held when it came. */
	let given = held();

	/** Remembers what is on the page if the server does not have it. */
	function remember(known: Entries): void {
		const now = held();
		const { pathname } = new URL(shown);
		if (sameEntries(now, known)) unsent.delete(pathname);
		else unsent.set(pathname, now);
	}

	/** Shows a page that the server gave. */
	async function show(page: Document, address: string, { taken, goesOn }: Shown): Promise<void> {
		await swapIn(page, () => goesOn && address !== location.href && history.pushState(null, '', address));
		shown = address;
		given = taken ? held() : [];
		const typed = unsent.get(new URL(address).pathname);
		const form = keptForm(document);
		if (typed && form) putBack(form.elements as Iterable<HTMLInputElement>, typed);
		swapped();
	}

	/** What is to be done with an answer: swap it in, go there, or wait. */
	async function take(answer: Response, sent: Entries | null): Promise<Outcome> {
		const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
		const kept = keptForm(page);
		if (NOT_NOW.has(answer.status) && !kept) return 'trouble';
		reached();
		if (sent) remember(sent);
		if (!kept || !page.querySelector('main')) {
			location.assign(answer.url);
			return 'arrived';
		}
		// What was taken is never sent again because showing it went wrong.
		const comes = show(page, answer.url, { taken: answer.ok, goesOn: sent !== null });
		await comes.catch(() => location.assign(answer.url));
		return 'arrived';
	}

	const ask = (address: string, signal: AbortSignal, body?: URLSearchParams) =>
		fetch(address, { ...(body && { method: 'POST', body }), headers: { Accept: 'text/html' }, signal });

	function send(form: HTMLFormElement, button: HTMLButtonElement): void {
		courier.carry(async (signal) => {
			// Read anew at each try: what was typed while it waited goes with it.
			const sent = entriesOf(new FormData(form));
			const body = new URLSearchParams(sent.map(([name, value]) => [name, value]));
			if (button.name) body.append(button.name, button.value);
			const address = new URL(form.getAttribute('action') ?? '', shown).href;
			const answer = await ask(address, signal, body);
			if (answer.ok || answer.status === 422 || NOT_NOW.has(answer.status)) return take(answer, sent);
			bypassed.add(form);
			form.action = address;
			form.requestSubmit(button);
			return 'arrived';
		});
	}

	function letGo(): void {
		courier.forget();
		unsent.clear();
	}

	document.addEventListener(
		'submit',
		(event) => {
			const form = event.target as HTMLFormElement;
			if (!form.matches('form[data-keep]')) {
				if (!form.closest('[data-quiet]')) letGo();
				return;
			}
			// An old browser does not say which button it was: then it sends the form itself.
			if (bypassed.has(form) || !(event.submitter instanceof HTMLButtonElement)) return;
			event.preventDefault();
			event.stopImmediatePropagation();
			send(form, event.submitter);
		},
		true
	);
	document.addEventListener('click', (event) => {
		if (event.target instanceof Element && event.target.closest('[data-leave]')) letGo();
	});
	addEventListener('pagehide', letGo);
	addEventListener('popstate', () => {
		const address = location.href.split('#')[0] ?? '';
		if (address === shown.split('#')[0]) return;
		courier.forget();
		remember(given);
		courier.carry(async (signal) => take(await ask(address, signal), null));
	});
	addEventListener('online', () => courier.nudge());
	document.addEventListener('visibilitychange', () => document.hidden || courier.nudge());
}

function later(milliseconds: number, callback: () => void): () => void {
	const timer = setTimeout(callback, milliseconds);
	return () => clearTimeout(timer);
}

/** Says calmly that something waits; the words were written by the server onto the page. */
function waits(why: 'lost' | 'trouble' | null): void {
	const place = document.querySelector<HTMLElement>('[data-lost]');
	if (!place) return;
	const words = why ? (place.dataset[why] ?? '') : '';
	if (place.textContent === words) return;
	place.textContent = words;
	if (words) place.scrollIntoView({ block: 'nearest' });
}
