/*
 * What is written down when something breaks: an id, the route and the place in the code; never what anybody sent.
 * From the survey only a daily count is written: a line with a time would say when a child was there.
 */
import pino from 'pino';
import { randomId } from '#lib/secrets/envelope.ts';

const log = pino({ base: null });
const surveyFaults = new Map<string, number>();

function placeOf(error: unknown): string {
	if (!(error instanceof Error)) return 'not an error';
	const frame = /\n\s+at (.+)/.exec(error.stack ?? '')?.[1] ?? 'unknown place';
	return `${error.name} at ${frame.replace(/\(?(?:file:\/\/)?\/.*\//, '(')}`;
}

/** Notes a fault. Returns an id that the page may show, or null for the survey, where none is kept. */
export function noteFault(area: string, route: string, error: unknown): string | null {
	if (area === 'survey') {
		const place = `${route} ${placeOf(error)}`;
		surveyFaults.set(place, (surveyFaults.get(place) ?? 0) + 1);
		return null;
	}
	const id = randomId().slice(0, 8);
	log.error({ id, route, place: placeOf(error) }, 'fault');
	return id;
}

/** Notes something that the operator must look into; the message holds no content. */
export function noteTrouble(what: string, error: unknown): void {
	log.error({ what, place: placeOf(error) }, 'trouble');
}

/** Writes the survey's faults of a day as counts, and begins afresh. */
export function writeSurveyFaults(day: string): void {
	for (const [place, count] of surveyFaults) log.error({ day, place, count }, 'survey faults of the day');
	surveyFaults.clear();
}
