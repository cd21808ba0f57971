// @ts-check
// What a plain form cannot do, for every page: leave quickly with one key, take a code from the card's QR, send once, print.
// No storage, no requests but to our own origin. Everything works without this file.
(() => {
	const AWAY = 'https://www.bbc.co.uk/weather';

	function leave() {
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

	const codeForm = document.querySelector('[data-code]');
	const code = codeForm?.querySelector('input');
	// Only what looks like a code: the link that skips to the main part has a fragment too.
	if (code && /^#[0-9a-z]{4}(-[0-9a-z]{4}){3}$/i.test(location.hash)) {
		code.value = location.hash.slice(1);
		history.replaceState(null, '', location.pathname);
	}

	for (const button of document.querySelectorAll('[data-print]')) button.removeAttribute('hidden');

	for (const form of document.querySelectorAll('form')) {
		let sent = false;
		form.addEventListener('submit', (event) => {
			if (sent) event.preventDefault();
			sent = true;
			setTimeout(() => (sent = false), 4000);
		});
	}
})();
