/*
 * Begun visits for the bench: the cookie that a browser would have after a code and "in one go", and its pages' mark.
 */
import { startInOneGo } from '#lib/responses/returning.server.ts';
import { markOf, minuteOf, sealVisit, VISIT_COOKIE, VISIT_KEY } from '#lib/responses/visit.server.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import type { Version } from '#lib/surveys/question.ts';
import type { Surroundings } from '../server/surroundings.ts';

export interface BenchVisit {
	cookie: string;
	/** What the forms of its pages carry. */
	mark: string;
}

/** A begun visit for each code: one young person cannot answer 64 times at once. */
export async function visitsOf(
	{ db, keyring }: Surroundings,
	wave: string,
	version: Version,
	codes: readonly string[]
): Promise<BenchVisit[]> {
	const key = keyring.getOrDraw(VISIT_KEY);
	const minute = minuteOf(Date.now());
	const visits: BenchVisit[] = [];
	for (const code of codes) {
		const visit = await startInOneGo(db, {
			id: randomId(),
			tag: 'bench',
			seed: randomId(),
			wave,
			version,
			code: code.replaceAll('-', ''),
			draft: null,
			kept: false,
			began: minute,
			seen: minute,
			language: 'en',
			comments: [],
			sent: false
		});
		visits.push({ cookie: `${VISIT_COOKIE}=${sealVisit(key, visit)}`, mark: markOf(visit) });
	}
	return visits;
}
