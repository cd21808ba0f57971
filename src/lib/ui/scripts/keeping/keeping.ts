/*
 * Nothing typed is lost: a page of the survey is sent and the next one put in its place; without a connection it is kept
 * in memory, said so, and sent when there is one again. Whoever leaves is let go at once. All works without this.
 */
import { gone, leave } from '../leaving.ts';
import { meaningOf, restFrom } from './answers.ts';
import { Courier, type Outcome, type Rest } from './courier.ts';
import { entriesOf, putBack, type Entries } from './entries.ts';
import { bringStyles, keptForm, swapIn, visitOf } from './swapping.ts';
import { sayUnkept, Unkept, WAY } from './unkept.ts';
import { later, waits } from './waiting.ts';

interface Hooks {
	/** A page has come in the place of another. */
	swapped: () => void;
	/** The server was reached, and knows that somebody is here. */
	reached: () => void;
}

/** One try of an errand: broken off by `signal`, after which nothing may be shown. `sent` is null where a page was only asked for. */
interface Try {
	signal: AbortSignal;
	sent: Entries | null;
}

export function keepWhatIsTyped({ swapped, reached }: Hooks): void {
	// A preview for staff looks the same and has nothing to lose.
	if (!keptForm(document) || !location.pathname.startsWith('/survey')) return;
	/** The address of what is shown, whatever the address bar says meanwhile. */
	let shown = location.href;
	/** Whose words these are. */
	const visit = visitOf(document);
	const unkept = new Unkept();
	const courier = new Courier({ later, waits });

	const held = (): Entries => {
		const form = keptForm(document);
		return form ? entriesOf(new FormData(form)) : [];
	};
	/** What the page held when it came. */
	let given = held();

	const remember = (known: Entries) => unkept.note(new URL(shown).pathname, held(), known);

	/** Shows a page that the server gave: one that goes on after this, or one on the browser's own way back. */
	async function show(page: Document, { ok, url }: Response, { signal }: Try, goesOn: boolean): Promise<void> {
		await bringStyles(page);
		if (signal.aborted) return;
		if (goesOn && url !== location.href) history.pushState(null, '', url);
		swapIn(page);
		shown = url;
		given = ok ? held() : [];
		const typed = unkept.on(new URL(url).pathname);
		const form = keptForm(document);
		if (typed && form) putBack(form.elements as Iterable<HTMLInputElement>, typed);
		sayUnkept(unkept);
		swapped();
	}

	/** What is to be done with an answer: swap it in, go there, wait, or say that it was refused. */
	async function take(answer: Response, now: Try, goesOn: boolean): Promise<Outcome | Rest> {
		const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
		if (now.signal.aborted) return 'arrived';
		const kept = keptForm(page);
		const meaning = meaningOf(answer, kept !== null);
		if (meaning === 'not now') return { rest: restFrom(answer.headers.get('Retry-After'), Date.now()) };
		reached();
		if (meaning === 'refused' && now.sent) return 'refused';
		if (now.sent) remember(now.sent);
		if (!kept || !page.querySelector('main')) location.assign(answer.url);
		else if (visitOf(page) !== visit) {
			// Somebody else's by now: nothing of this visit may come onto it, so all of it goes.
			leave();
			location.replace(answer.url);
		} else {
			// What was taken is never sent again because showing it went wrong.
			await show(page, answer, now, goesOn).catch(() => now.signal.aborted || location.assign(answer.url));
		}
		return 'arrived';
	}

	const ask = (address: string, signal: AbortSignal, body?: URLSearchParams) =>
		fetch(address, { ...(body && { method: 'POST', body }), headers: { Accept: 'text/html' }, signal });

	function get(address: string, goesOn: boolean): void {
		remember(given);
		courier.carry(async (signal) => take(await ask(address, signal), { signal, sent: null }, goesOn));
	}

	function send(form: HTMLFormElement, button: HTMLButtonElement): void {
		courier.carry(async (signal) => {
			// Read anew at each try, for the one before has failed by then: what was typed while it waited goes with it.
			const sent = entriesOf(new FormData(form));
			const body = new URLSearchParams(sent.map(([name, value]) => [name, value]));
			if (button.name) body.append(button.name, button.value);
			const address = new URL(form.getAttribute('action') ?? '', shown).href;
			return take(await ask(address, signal, body), { signal, sent }, true);
		});
	}

	document.addEventListener(
		'submit',
		(event) => {
			const form = event.target as HTMLFormElement;
			// An old browser does not say which button it was: then it sends the form itself.
			const { submitter } = event;
			if (gone.aborted || !form.matches('form[data-keep]') || !(submitter instanceof HTMLButtonElement)) return;
			event.preventDefault();
			event.stopImmediatePropagation();
			send(form, submitter);
		},
		true
	);
	document.addEventListener('click', (event) => {
		const way = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(WAY) : null;
		if (!way || gone.aborted || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
		// Going there as a page of its own would forget what was typed on others.
		event.preventDefault();
		get(way.href, true);
	});
	addEventListener('popstate', () => {
		const address = location.href.split('#')[0] ?? '';
		if (gone.aborted || address === shown.split('#')[0]) return;
		courier.forget();
		get(address, false);
	});
	addEventListener('online', () => courier.nudge());
	document.addEventListener('visibilitychange', () => document.hidden || courier.nudge());
	gone.addEventListener('abort', () => {
		courier.forget();
		unkept.forget();
	});
}
