/*
 * Help does not wait: a button to it sends its form by itself and goes, whatever else the survey's script has under way.
 */
import { leave } from './leaving.ts';

export function helpAtOnce(): void {
	// On the window, so that it comes before what is done with the other buttons of the form.
	addEventListener(
		'submit',
		(event) => {
			if (!event.submitter?.matches('[data-now]')) return;
			event.stopImmediatePropagation();
			leave();
		},
		true
	);
}
