/*
 * The codes of a stay in the statutory return (SSDA903 guide, published by the Department for Education) in plain words
 * for the young person it is about. Words only; a code that is not here is told as the code it is.
 */

const LEGAL: Readonly<Record<string, string>> = {
	C1: 'A court made an interim care order',
	C2: 'A court made a full care order',
	D1: 'A court freed you for adoption',
	E1: 'A court made a placement order, for adoption',
	L1: 'The police kept you safe (police protection)',
	L2: 'A court made an emergency protection order',
	L3: 'A court made a child assessment order',
	J1: 'A court sent you to us while it waited (remand)',
	J2: 'In police care (PACE)',
	J3: 'A court gave you a supervision order with somewhere to live',
	V2: 'Your family or you agreed to it (section 20)',
	V3: 'Short breaks',
	V4: 'Short breaks'
};

const PLACE: Readonly<Record<string, string>> = {
	A3: 'With people who will adopt you, with your parents’ yes, not your foster carers',
	A4: 'With your foster carers, who will adopt you, with your parents’ yes',
	A5: 'With people who will adopt you, by a placement order',
	A6: 'With your foster carers, who will adopt you, by a placement order',
	H5: 'Supported housing or a hostel',
	K1: 'A secure children’s home',
	K2: 'A children’s home',
	P1: 'With your parents, or somebody responsible for you',
	P2: 'On your own',
	P3: 'Living with other people, in work',
	R1: 'A residential care home',
	R2: 'A hospital or health unit',
	R3: 'A family centre, or a mother and baby unit',
	R5: 'A young offender institution',
	S1: 'A residential school',
	U1: 'With family or friends as foster carers, for long',
	U2: 'With family or friends as foster carers who may adopt you',
	U3: 'With family or friends as foster carers',
	U4: 'With foster carers, for long',
	U5: 'With foster carers who may adopt you',
	U6: 'With foster carers',
	Z1: 'Somewhere else'
};

const NEED: Readonly<Record<string, string>> = {
	N1: 'Abuse or neglect',
	N2: 'Your disability',
	N3: 'A parent’s illness or disability',
	N4: 'A very hard time in the family',
	N5: 'Trouble in the family',
	N6: 'How you behaved was hard for others',
	N7: 'Too little money',
	N8: 'Nobody who could look after you'
};

/** Why a stay ended. */
export const REASONS_ENDED: Readonly<Record<string, string>> = {
	E2: 'Died',
	E3: 'Another council took over',
	E4A: 'Went home to the family, as planned',
	E4B: 'Went home to the family, not as planned',
	E11: 'Adopted',
	E12: 'Adopted',
	E13: 'Left care to live with family or friends',
	E45: 'Special guardianship',
	E46: 'Special guardianship',
	E47: 'Special guardianship',
	E48: 'Special guardianship',
	E5: 'Moved on to live on your own, with support',
	E6: 'Moved on to live on your own, without support',
	E7: 'Moved to adult services',
	E8: 'Ended for another reason',
	E9: 'Went to custody',
	X1: 'The next time followed at once'
};

/** A code as words, and the code itself, so that nothing of what is held is left out. */
const told = (words: Readonly<Record<string, string>>, code: string | null) =>
	code ? (words[code] ? `${words[code]} (code ${code})` : `Code ${code}`) : null;

/** What the codes of a stay say. */
export function stayInWords(stay: {
	legal_status: string;
	place: string;
	need: string;
	provider: string;
	reason_started: string;
	reason_place_changed: string | null;
}): Record<string, string | null> {
	return {
		'What the law said': told(LEGAL, stay.legal_status),
		'What kind of place': told(PLACE, stay.place),
		'Why you came into care': told(NEED, stay.need),
		'Who ran the place': told({}, stay.provider),
		'Why this time began': told({}, stay.reason_started),
		'Why the place changed': told({}, stay.reason_place_changed)
	};
}
