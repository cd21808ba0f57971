import { describe, expect, it } from 'vitest';
import { found, soughtIn, stateOf } from './colleague.ts';

const one = (name: string, more = {}) => ({
	name,
	email: `${name.split(' ')[0]?.toLowerCase()}@council.example`,
	roles: ['IRO'] as const,
	enrolled: true,
	disabled: false,
	...more
});
const TOMAS = one('Tomás Ferreira');
const AMINA = one('Amina Bello', { roles: ['administrator', 'IRO'] });
const GONE = one('Gareth Pugh', { disabled: true });
const NEW = one('Lorna Whitcombe', { enrolled: false });
const ALL = [TOMAS, AMINA, GONE, NEW];
const NONE = { words: '', role: null, state: null };

describe('finding a colleague', () => {
	it('needs neither case, nor marks, nor order', () => {
		expect(found(ALL, { ...NONE, words: 'ferreira  TOMAS' })).toEqual([TOMAS]);
		expect(found(ALL, { ...NONE, words: 'amina@council' })).toEqual([AMINA]);
		expect(found(ALL, { ...NONE, words: 'nobody' })).toEqual([]);
		expect(found(ALL, NONE)).toEqual(ALL);
	});
	it('goes by role and by how far the account is', () => {
		expect(found(ALL, { ...NONE, role: 'administrator' })).toEqual([AMINA]);
		expect(found(ALL, { ...NONE, state: 'not enrolled' })).toEqual([NEW]);
		expect(ALL.map(stateOf)).toEqual(['in use', 'in use', 'closed', 'not enrolled']);
	});
	it('reads filters that we know and no others', () => {
		expect(soughtIn(new URLSearchParams('role=IRO&state=closed'))).toEqual({ role: 'IRO', state: 'closed' });
		expect(soughtIn(new URLSearchParams('role=king&state=away'))).toEqual({ role: null, state: null });
	});
});
