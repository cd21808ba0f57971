import { expect, it, vi } from 'vitest';
import { passingKeyring } from '../../../tests/open-wave.ts';
import { ownersKey, sealRecord } from './records.server.ts';
import { openIfReadable } from './unreadable.server.ts';

const troubles = vi.hoisted(() => [] as string[]);
vi.mock('#lib/jobs/faults.server.ts', () => ({ noteTrouble: (what: string) => troubles.push(what) }));

it('gives null for what does not open and notes its kind once an hour, with no id and no words', () => {
	const keyring = passingKeyring();
	const place = { table: 'young_person', id: 'kim', column: 'details_sealed', owner: 'kim' };
	const sealed = sealRecord(keyring, place, 'Harbour lights');
	const at = (minutes: number) => openIfReadable(keyring, place, sealed, () => minutes * 60_000);
	expect(at(0)).toBe('Harbour lights');
	keyring.destroy(ownersKey('kim'));
	expect([at(0), at(1), at(59)]).toEqual([null, null, null]);
	expect(troubles).toEqual(['a sealed young_person.details_sealed does not open: run "earshot doctor"']);
	expect(at(61)).toBeNull();
	expect(openIfReadable(keyring, { ...place, column: 'other' }, sealed, () => 0)).toBeNull();
	expect(troubles).toHaveLength(3);
});
