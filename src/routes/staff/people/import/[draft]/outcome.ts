/*
 * What came of an import, in a sentence or two for the page that waited. Words only.
 */
import type { TakenIn } from '#lib/people/importing/previews.server.ts';
import { people } from '../../words.ts';

export function outcomeOf(taken: TakenIn): string {
	if (taken.kind === 'no longer there')
		return 'The files were no longer there: they wait for an hour at most. Nothing was changed. Choose them again.';
	if (taken.kind === 'refused') return 'The files could not be read, so nothing was changed.';
	const left =
		taken.faults > 0
			? ` ${taken.faults === 1 ? 'One row or cell was' : `${taken.faults} rows or cells were`} left out.`
			: '';
	if (taken.kind === 'details') {
		const { updated, matched } = taken.figures;
		return `Details of ${people(updated)} are taken in, and ${matched} ${matched === 1 ? 'name of a worker was' : 'names of workers were'} matched to accounts.${left}`;
	}
	const { added, updated, left: gone } = taken.figures;
	return `The return is taken in: ${added} joined, ${updated} ${updated === 1 ? 'was' : 'were'} there already, ${gone} marked as left.${left}`;
}
