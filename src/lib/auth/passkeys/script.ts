/*
 * Runs in the browser, as /passkey.js, on the pages that have a <PasskeyForm>: shows the form where the browser can, asks
 * the device, puts its answer into the form's hidden field and sends the form. It keeps nothing and asks no server.
 */
import {
	browserSupportsWebAuthn,
	startAuthentication,
	startRegistration,
	type PublicKeyCredentialCreationOptionsJSON,
	type PublicKeyCredentialRequestOptionsJSON
} from '@simplewebauthn/browser';

/** Asks the device to make or to prove a key; `options` as the page brought them. */
function ask(kind: string | undefined, options: unknown): Promise<unknown> {
	if (kind === 'create') return startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON });
	return startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON });
}

function enliven(form: HTMLFormElement): void {
	const field = form.querySelector<HTMLInputElement>('input[name="answer"]');
	const problem = form.querySelector<HTMLElement>('[data-passkey-problem]');
	if (!field) return;
	form.hidden = false;
	form.addEventListener('submit', async (event) => {
		event.preventDefault();
		problem?.setAttribute('hidden', '');
		try {
			field.value = JSON.stringify(await ask(form.dataset['passkey'], JSON.parse(form.dataset['options'] ?? '{}')));
			form.submit(); // sends without asking this again
		} catch {
			problem?.removeAttribute('hidden');
		}
	});
}

if (browserSupportsWebAuthn()) {
	document.querySelectorAll<HTMLFormElement>('form[data-passkey]').forEach(enliven);
	// What only makes sense beside such a form, as a heading: hidden until here too.
	document.querySelectorAll('[data-with-passkey]').forEach((part) => part.removeAttribute('hidden'));
}
