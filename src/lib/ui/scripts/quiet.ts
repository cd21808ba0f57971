/*
 * How long it has been quiet: two minutes before the door closes a bar asks, or tells where asking could change nothing.
 */
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

/** Where the door leads when it has closed. */
const outside = (action: string): string =>
	new URL(action, location.href).pathname.startsWith('/survey/') ? '/survey?notice=quiet' : '/sign-in';

/** Watches the bar of the page, whichever page it is by then. Gives what to call when a page came from the server. */
export function watchQuiet(): () => void {
	let opened = Date.now();
	let used = opened;
	const barOf = () => document.querySelector<HTMLElement>('[data-quiet]');

	function look(): void {
		const bar = barOf();
		if (!bar) return;
		const form = bar.querySelector('form');
		const { quiet, altogether } = {
			quiet: seconds(bar.dataset['quiet']),
			altogether: seconds(bar.dataset['altogether'])
		};
		const is = standing({ opened, used, now: Date.now(), quiet: quiet ?? Infinity, altogether });
		if (is === 'over') location.replace(outside(form?.action ?? ''));
		if (form) form.hidden = is === 'tells';
		bar.querySelector('p')?.toggleAttribute('hidden', is !== 'tells');
		bar.hidden = is === 'open';
	}

	async function stay(form: HTMLFormElement): Promise<void> {
		const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams() });
		if (!answer.ok || answer.redirected) return location.replace(outside(form.action));
		used = Date.now();
		look();
	}

	document.addEventListener('submit', (event) => {
		const form = event.target as HTMLFormElement;
		if (!form.closest('[data-quiet]')) return;
		event.preventDefault();
		// Without a connection the bar stays, and can be pressed again.
		stay(form).catch(look);
	});
	look();
	setInterval(look, 5000);
	document.addEventListener('visibilitychange', look);
	return () => {
		opened = used = Date.now();
		look();
	};
}
