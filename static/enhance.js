// @ts-check
// What a plain form cannot do, for every page: leave quickly with one key, take a code from the card's QR, send once, print.
// No storage, no requests but to our own origin. Everything works without this file.
(() => {
	const AWAY = document.documentElement.dataset.away || 'https://www.bbc.co.uk/weather';
	/** @type {(what: string) => NodeListOf<HTMLElement>} */
	const all = (what) => document.querySelectorAll(what);

	function leave() {
		// First of all: what other scripts have under way must not bring a page back, nor be heard.
		document.dispatchEvent(new Event('earshot:leaving'));
		document.documentElement.hidden = true;
		try {
			fetch('/leave', { method: 'POST', keepalive: true, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } });
		} finally {
			location.replace(AWAY);
		}
	}

	document.addEventListener('click', (event) => {
		const target = event.target instanceof Element ? event.target : null;
		if (target?.closest('[data-leave]')) {
			event.preventDefault();
			leave();
		}
		if (target?.closest('[data-print]')) print();
	});

	let shifts = 0;
	document.addEventListener('keydown', (event) => {
		shifts = event.key === 'Shift' && !event.repeat ? shifts + 1 : 0;
		if (shifts === 3) leave();
		if (shifts > 0) setTimeout(() => (shifts = 0), 1500);
	});

	// A page that the browser kept from before "Leave quickly" must not come back out of its memory.
	addEventListener('pageshow', (event) => {
		if (event.persisted) location.reload();
	});

	const code = /** @type {HTMLInputElement | null} */ (document.querySelector('[data-code] input'));
	// Only what looks like a code: the link that skips to the main part has a fragment too.
	if (code && /^#[0-9a-z]{4}(-[0-9a-z]{4}){3}$/i.test(location.hash)) {
		code.value = location.hash.slice(1);
		history.replaceState(null, '', location.pathname);
	}

	for (const button of all('[data-print]')) button.hidden = false;
	if (window.PublicKeyCredential) for (const way of all('[data-if-passkey]')) way.hidden = false;

	for (const form of document.forms) {
		let sent = false;
		form.addEventListener('submit', (event) => {
			if (sent) event.preventDefault();
			sent = true;
			setTimeout(() => (sent = false), 4000);
		});
	}
})();
