// @ts-check
// What a plain form cannot do, on a young person's own pages and at their door: tap pictures without waiting, show what is
// typed, read aloud, and say before the door closes. No storage, no requests but to our own origin. All works without it.
(() => {
	/** @type {(what: string) => NodeListOf<HTMLElement>} */
	const all = (what) => document.querySelectorAll(what);

	// The last of the taps sends them all; until then nothing leaves the page.
	for (const pad of all('[data-picks]')) {
		const dots = pad.querySelectorAll('.dot:not(.full)');
		const count = pad.querySelector('[data-count]');
		let left = Number(pad.dataset.picks);
		pad.addEventListener('click', (event) => {
			const tapped = event.target instanceof Element ? event.target.closest('[name=picture]') : null;
			if (!tapped) return;
			left -= 1;
			if (left === 0) return; // this one goes with the form
			event.preventDefault();
			if (left < 0) return;
			const kept = document.createElement('input');
			kept.type = 'hidden';
			kept.name = 'picture';
			kept.value = /** @type {HTMLButtonElement} */ (tapped).value;
			pad.querySelector('[data-kept]')?.append(kept);
			dots[dots.length - left - 1]?.classList.add('full');
			if (count?.textContent) count.textContent = count.textContent.replace(/\d+/, String(4 - left));
		});
	}

	for (const show of all('[data-show]')) {
		const field = /** @type {HTMLInputElement | null} */ (document.querySelector('input[type=password]'));
		show.hidden = false;
		show.addEventListener('change', (event) => {
			if (field) field.type = /** @type {HTMLInputElement} */ (event.target).checked ? 'text' : 'password';
		});
	}

	// Only voices that live on this device: others would send what they read to somebody.
	for (const button of all('[data-read]')) {
		const words = [button.textContent, button.dataset.read ?? ''];
		const speech = window.speechSynthesis;
		const voice = () =>
			speech?.getVoices().find((one) => one.localService && one.lang.startsWith(document.documentElement.lang));
		const offer = () => (button.hidden = !voice());
		const said = (/** @type {number} */ which) => (button.textContent = words[which] ?? '');
		speech?.addEventListener?.('voiceschanged', offer);
		offer();
		addEventListener('pagehide', () => speech?.cancel());
		button.addEventListener('click', () => {
			const reading = speech.speaking;
			speech.cancel();
			if (reading) return void said(0);
			const lines = (document.querySelector('main')?.innerText ?? '').split('\n').filter((line) => /\p{L}/u.test(line));
			for (const line of lines.filter((one) => one !== words[0])) {
				const part = new SpeechSynthesisUtterance(line);
				part.voice = voice() ?? null;
				part.onend = () => speech.pending || speech.speaking || said(0);
				speech.speak(part);
			}
			said(1);
		});
	}

	// Two minutes before the door closes a bar asks, or tells where asking could change nothing; then the page gives way.
	const SOON = 120_000;
	for (const bar of all('[data-quiet]')) {
		const ask = bar.querySelector('form');
		const tell = bar.querySelector('p');
		const opened = Date.now();
		let used = opened;
		const look = () => {
			const quiet = used + Number(bar.dataset.quiet) * 1000 - Date.now();
			const altogether = opened + Number(bar.dataset.altogether) * 1000 - Date.now();
			const ends = altogether <= SOON;
			if (ask) ask.hidden = ends;
			if (tell) tell.hidden = !ends;
			bar.hidden = Math.min(quiet, altogether) > SOON;
			if (Math.min(quiet, altogether) <= 0) location.replace('/sign-in');
		};
		look();
		setInterval(look, 5000);
		document.addEventListener('visibilitychange', look);
		bar.addEventListener('submit', async (event) => {
			event.preventDefault();
			const { ok } = await fetch('/me/here', { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } });
			if (!ok) location.replace('/sign-in');
			used = Date.now();
			look();
		});
	}
})();
