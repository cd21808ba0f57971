/*
 * What a form says about each entry of a copy: looked through, left out, words to hide. Reading it only.
 */
import type { CopyDraft, Decided } from '#lib/data-rights/copies/copy.ts';
import { wordsIn } from '#lib/data-rights/copies/redaction.ts';

export function decidedIn(form: FormData, copy: CopyDraft): { hide: string[]; entries: Record<string, Decided> } {
	const boxed = (name: string) => wordsIn(String(form.get(name) ?? ''));
	const ticked = form.getAll('suggested').map(String);
	const entries = copy.sections
		.flatMap((section) => section.entries)
		.map(({ key }): [string, Decided] => [
			key,
			{ looked: form.has(`looked ${key}`), out: form.has(`out ${key}`), hide: boxed(`hide ${key}`) }
		]);
	return { hide: [...new Set([...boxed('hide'), ...ticked])], entries: Object.fromEntries(entries) };
}
