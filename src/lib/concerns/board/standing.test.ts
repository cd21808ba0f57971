import { expect, it } from 'vitest';
import { inOrder } from './standing.ts';

it('puts messages of one day from those with an account before a flood without one, and none before an earlier clock', () => {
	const one = (id: string, young_person_id: string | null, due_on: string, hour: string) => {
		const last_at = `2027-03-05T${hour}:00:00Z`;
		return {
			id,
			young_person_id,
			due_on,
			last_at,
			last_side: 'young person',
			seen_at: null,
			closed_at: null,
			answer_by: null
		};
	};
	const flood = Array.from({ length: 20 }, (_, place) => one(`flood ${place}`, null, '2027-03-08', '08'));
	const rows = [...flood, one('Kofi', 'A1', '2027-03-08', '09'), one('earlier', null, '2027-03-05', '07')];
	const order = (today: string) =>
		inOrder(rows, today)
			.slice(0, 2)
			.map(({ id }) => id);
	expect(order('2027-03-05')).toEqual(['earlier', 'Kofi']);
	expect(order('2027-03-09')).toEqual(['earlier', 'Kofi']);
});
