/*
 * The demonstration's second file: names, workers, languages and needs that the return lacks. All invented.
 */
import type { Chance } from './chance.ts';
import { FIRST_NAMES, FIRST_NAMES_BY_LANGUAGE, HOME_DISTRICTS, OTHER_DISTRICTS, OTHER_LANGUAGES } from './names.ts';
import { REVIEWING_OFFICERS, SCHOOLS, SOCIAL_WORKERS, TEAMS } from './names.ts';
import type { Row } from './stays.ts';
import type { Invented } from './young-people.ts';

const NEEDS = ['uses symbols', 'signs (Makaton)', 'needs short sentences', 'hearing aids', 'likes things read aloud'];

function teamOf(chance: Chance, one: Invented): number {
	if (one.unaccompanied) return TEAMS.indexOf('Arrivals');
	if (one.age >= 16) return TEAMS.indexOf('Pathways 16+');
	return chance.happens(0.1) ? TEAMS.indexOf('Children with Disabilities') : chance.between(0, 2);
}

function languageOf(chance: Chance, one: Invented): string {
	if (one.unaccompanied) return chance.pick(Object.keys(FIRST_NAMES_BY_LANGUAGE));
	return chance.happens(0.04) ? chance.pick(OTHER_LANGUAGES) : 'English';
}

/** One row of details; a few children are opted out or have an address that nothing may be sent to. */
export function detailsOf(chance: Chance, one: Invented): Row {
	const language = languageOf(chance, one);
	const team = teamOf(chance, one);
	const disabled = chance.happens(0.11);
	const away = chance.happens(0.3);
	const yes = (probability: number): string => (chance.happens(probability) ? 'yes' : '');
	return {
		CHILD: one.child,
		preferred_name: chance.pick(FIRST_NAMES_BY_LANGUAGE[language] ?? FIRST_NAMES),
		iro: one.standing === 'in care' ? chance.pick(REVIEWING_OFFICERS) : '',
		social_worker: chance.pick(SOCIAL_WORKERS[team] ?? []),
		team: TEAMS[team] ?? '',
		school: one.age >= 4 && one.age < 18 ? chance.pick(SCHOOLS) : '',
		language,
		interpreter: one.unaccompanied ? 'yes' : '',
		communication_needs: disabled && chance.happens(0.6) ? chance.pick(NEEDS) : '',
		disability: disabled ? chance.pick(['learning disability', 'autism', 'physical', 'sensory']) : '',
		district: chance.pick(away ? OTHER_DISTRICTS : HOME_DISTRICTS),
		may_be_told: chance.happens(0.05) ? 'nothing to parents without asking the social worker' : '',
		account_wanted: yes(0.35),
		opted_out: yes(0.015),
		address_unsafe: yes(0.03)
	};
}
