/*
 * What waves hold about one young person: that a code was made for them, and for which survey. Never whether it was used,
 * and never an answer: nobody can find those, for a copy or for erasing.
 */
import { sectionOf } from '#lib/data-rights/held.ts';
import { gone, type Keeper } from '#lib/data-rights/keeper.server.ts';

const ISSUED = [
	'No code was made for you',
	'A code was made for you',
	'A code was made for you, and another in its place'
];

export const keptInWaves: Keeper = {
	tables: ['invitation'],
	async heldOf(db, _keyring, { id }) {
		const rows = await db
			.selectFrom('invitation')
			.innerJoin('wave', 'wave.id', 'invitation.wave_id')
			.select(['wave.name', 'version', 'issued', 'opens'])
			.where('young_person_id', '=', id)
			.orderBy('opens')
			.orderBy('wave.name')
			.execute();
		const lines = rows.map(({ name, version, issued }) => ({
			label: `${name}, survey for ${version}`,
			text: `${ISSUED[issued] ?? 'Codes were made for you'}. Whether you used it, nobody can know.`
		}));
		return sectionOf('surveys', [{ id: 'invitations', at: null, title: 'Surveys that you were asked to do', lines }]);
	},
	refusalsOf: () => Promise.resolve([]),
	// While somebody stays in the roster, what they were asked stays with them: else they would get a second code.
	mayGo: () => Promise.resolve([]),
	eraseThing: {},
	async eraseAll(writing, id) {
		return gone(await writing.deleteFrom('invitation').where('young_person_id', '=', id).executeTakeFirstOrThrow());
	}
};
