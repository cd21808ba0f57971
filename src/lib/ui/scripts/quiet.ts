/*
 * How long it has been quiet: two minutes before the door closes a bar asks, or tells where asking could change nothing.
 */
import { visitOf } from './keeping/swapping.ts';
import { gone, leave } from './leaving.ts';

const SOON = 120_000;

interface Quiet {
	/** Milliseconds: when this page came, when somebody was last here, and now. */
	opened: number;
	used: number;
	now: number;
	/** Seconds until the door closes: of quiet, and altogether if that has an end. */
	quiet: number;
	altogether: number | undefined;
}

export type Standing = 'open' | 'asks' | 'tells' | 'over';

/** What the bar does at an instant. */
export function standing({ opened, used, now, quiet, altogether = Infinity }: Quiet): Standing {
	const end = opened + altogether * 1000 - now;
	const left = Math.min(used + quiet * 1000 - now, end);
	if (left <= 0) return 'over';
	if (left > SOON) return 'open';
	return end <= SOON ? 'tells' : 'asks';
}

const seconds = (said: string | undefined): number | undefined => (said ? Number(said) : undefined);

/**
 * When somebody was last here, if the server was reached now: what is sent by itself, long after the last touch or key, does
 * not mean that somebody is there.
 */
export const usedAt = (used: number, touched: number, now: number): number => (now - touched <= SOON ? now : used);

const LONGEST_GOODBYE = 3000;

/** Ends the visit where it has been quiet for so many minutes, so that the way back opens nothing. Gives where to go. */
async function closed(minutes: number): Promise<string> {
	const visit = visitOf(document);
	// The page's own visit, if it tells: another one that began meanwhile goes on.
	const body = new URLSearchParams(visit ? { visit } : {});
	const way = { method: 'POST', body, redirect: 'manual', keepalive: true } as const;
	const ending = fetch(`/survey/leave?quiet=${minutes}`, way);
	const tooLong = new Promise<undefined>((go) => setTimeout(go, LONGEST_GOODBYE));
	const answer = await Promise.race([ending, tooLong]).catch(() => undefined);
	// Another tab was used meanwhile: the visit goes on there, and only this page closes.
	return answer?.status === 204 ? '/survey' : '/survey?notice=quiet';
}

/** Watches the bar of the page, whichever page it is by then. Gives what to call when a page came from the server. */
export function watchQuiet(): () => void {
	let opened = Date.now();
	let used = opened;
	let touched = opened;
	let knows = opened;
	const barOf = () => document.querySelector<HTMLElement>('[data-quiet]');

	function look(): void {
		const bar = barOf();
		if (!bar || gone.aborted) return;
		const form = bar.querySelector('form');
		const { quiet, altogether } = {
			quiet: seconds(bar.dataset['quiet']),
			altogether: seconds(bar.dataset['altogether'])
		};
		const is = standing({ opened, used, now: Date.now(), quiet: quiet ?? Infinity, altogether });
		if (is === 'over') return void end(form?.action ?? '');
		if (form) form.hidden = is === 'tells';
		bar.querySelector('p')?.toggleAttribute('hidden', is !== 'tells');
		bar.hidden = is === 'open';
	}

	/** The door has closed: nothing waits or is heard any more. `action` is where this page says that somebody is here. */
	async function end(action: string): Promise<void> {
		leave();
		const survey = new URL(action, location.href).pathname.startsWith('/survey/');
		location.replace(survey ? await closed(Math.floor((Date.now() - knows) / 60_000)) : '/sign-in');
	}

	async function stay(form: HTMLFormElement): Promise<void> {
		const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(), signal: gone });
		if (gone.aborted) return;
		if (!answer.ok || answer.redirected) return end(form.action);
		used = knows = Date.now();
		look();
	}

	document.addEventListener('submit', (event) => {
		const form = event.target as HTMLFormElement;
		if (!form.closest('[data-quiet]')) return;
		event.preventDefault();
		// Without a connection the bar stays, and can be pressed again.
		stay(form).catch(look);
	});
	for (const kind of ['pointerdown', 'keydown', 'input'])
		addEventListener(kind, () => (touched = Date.now()), { capture: true, passive: true });
	look();
	setInterval(look, 5000);
	document.addEventListener('visibilitychange', look);
	return () => {
		opened = knows = Date.now();
		used = usedAt(used, touched, opened);
		look();
	};
}
