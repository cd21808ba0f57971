/*
 * At the door with pictures or words: tap four pictures without waiting for each, and show what is typed.
 */
/** The last of the taps sends them all; until then nothing leaves the page. */
export function tapWithoutWaiting(pad: HTMLElement): void {
	const dots = pad.querySelectorAll('.dot:not(.full)');
	const count = pad.querySelector('[data-count]');
	let left = Number(pad.dataset['picks']);
	pad.addEventListener('click', (event) => {
		const target = event.target instanceof Element ? event.target : null;
		const tapped = target?.closest<HTMLButtonElement>('[name=picture]');
		if (!tapped) return;
		left -= 1;
		if (left === 0) return; // this one goes with the form
		event.preventDefault();
		if (left < 0) return;
		const kept = Object.assign(document.createElement('input'), {
			type: 'hidden',
			name: 'picture',
			value: tapped.value
		});
		pad.querySelector('[data-kept]')?.append(kept);
		dots[dots.length - left - 1]?.classList.add('full');
		if (count?.textContent) count.textContent = count.textContent.replace(/\d+/, String(4 - left));
	});
}

/** Shows the words that are typed, if somebody wants to see them. */
export function showWhatIsTyped(show: HTMLElement): void {
	const field = document.querySelector<HTMLInputElement>('input[type=password]');
	show.hidden = false;
	show.addEventListener('change', ({ target }) => {
		if (field) field.type = (target as HTMLInputElement).checked ? 'text' : 'password';
	});
}
