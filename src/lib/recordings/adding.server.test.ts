import { beforeAll, expect, it } from 'vitest';
import type { SignedIn } from '#lib/auth/actor.ts';
import type { Database } from '#lib/database/schema.ts';
import { onEveryEngine } from '../../../tests/databases.ts';
import { HEADS, wav } from '../../../tests/data/sounds.ts';
import { addSounds, type GivenSound } from './adding.server.ts';
import { textHashOf } from './recording.ts';
import { recordedOf } from './recordings.server.ts';
import { textsOf } from './texts.ts';

const NOW = new Date('2027-03-01T10:00:00Z');
const ann: SignedIn = { staffId: 'ann', name: 'Ann Other', tenant: 'council', roles: ['administrator'] };
const texts = textsOf('4-7', 'en');

onEveryEngine('many sounds at once', (open) => {
	let db: Database;
	const take = (...sounds: GivenSound[]) => addSounds(db, ann, { list: '4-7', language: 'en', sounds }, NOW);
	const recorded = async () => Object.keys(await recordedOf(db, texts, 'en'));

	beforeAll(async () => ({ db } = await open()));

	it('go to their texts by number or by place, and one that cannot be taken loses none of the others', async () => {
		const taken = await take(
			{ name: '001.wav', sound: wav() },
			{ name: '2.pdf', sound: HEADS.page },
			{ name: 'voice.wav', sound: wav() },
			{ name: '999.wav', sound: wav() },
			{ name: 'any name.wav', sound: wav(), hash: textHashOf(texts[4] ?? '', 'en') },
			{ name: 'old.wav', sound: wav(), hash: 'of nothing' }
		);
		expect(taken).toEqual({
			kind: 'taken in',
			added: 2,
			replaced: 0,
			refused: [
				{ name: '2.pdf', reason: 'wrong kind' },
				{ name: 'voice.wav', reason: 'no number' },
				{ name: '999.wav', reason: 'no such number' },
				{ name: 'old.wav', reason: 'not asked' }
			]
		});
		expect(await recorded()).toEqual([texts[0], texts[4]]);
	});

	it('are refused where two are for one text, and the earlier one stays', async () => {
		const before = await recordedOf(db, texts, 'en');
		const taken = await take({ name: '1.wav', sound: wav() }, { name: '01 again.wav', sound: wav() });
		expect(taken).toMatchObject({ added: 0, replaced: 0, refused: [{ reason: 'twice' }, { reason: 'twice' }] });
		expect(await recordedOf(db, texts, 'en')).toEqual(before);
		expect(await take({ name: '1.wav', sound: wav() })).toMatchObject({ added: 0, replaced: 1, refused: [] });
	});

	it('are for those who may record', async () => {
		const iro: SignedIn = { ...ann, roles: ['IRO'] };
		const sounds = [{ name: '3.wav', sound: wav() }];
		const taken = await addSounds(db, iro, { list: '4-7', language: 'en', sounds }, NOW);
		expect(taken).toEqual({ kind: 'not allowed' });
		expect(await recorded()).toHaveLength(2);
	});
});
