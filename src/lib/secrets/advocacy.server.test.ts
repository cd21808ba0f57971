import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { passingFolder, passingKeyring } from '../../../tests/open-wave.ts';
import * as advocacy from './advocacy.server.ts';
import { openKeyring } from './keyring.server.ts';

const PLACE = { table: 'advocacy_request', id: 'a', column: 'words_sealed', owner: 'ann' };

const servicesKeyring = () => openKeyring(passingFolder(), randomBytes(32));

async function made(service: ReturnType<typeof servicesKeyring>): Promise<string> {
	const keys = await advocacy.makeAdvocacyKeys(service);
	if (keys.kind !== 'made') throw new Error(keys.kind);
	return keys.publicKey;
}

it('what the council seals for the advocacy service only the service opens, and only in its place', async () => {
	const [council, service] = [passingKeyring(), servicesKeyring()];
	expect(await advocacy.sealForAdvocacy(council, PLACE, 'x')).toBeNull();
	const publicKey = await made(service);
	expect(advocacy.trustAdvocacyKey(council, publicKey)).toEqual({ kind: 'trusted' });
	const sealed = (await advocacy.sealForAdvocacy(council, PLACE, 'I want to see my sister')) ?? '';
	expect(await advocacy.openForAdvocacy(service, PLACE, sealed)).toBe('I want to see my sister');
	// Nothing in the council's keyring opens it, whatever is tried.
	await expect(advocacy.openForAdvocacy(council, PLACE, sealed)).rejects.toThrow('not in this keyring');
	for (const name of ['advocacy', 'tenant', 'person'].flatMap((kind) => council.list(kind)))
		expect(council.get(name)?.includes(service.get('advocacy/own-1')?.subarray(0, 32) ?? 'x')).toBe(false);
	const moved = [
		{ ...PLACE, id: 'b' },
		{ ...PLACE, column: 'other_sealed' },
		{ ...PLACE, table: 'other' },
		{ ...PLACE, owner: 'ben' },
		{ table: PLACE.table, id: PLACE.id, column: PLACE.column }
	];
	for (const place of moved)
		await expect(advocacy.openForAdvocacy(service, place, sealed)).rejects.toThrow('does not open');
	const [form, pair, body = ''] = sealed.split('.');
	await expect(advocacy.openForAdvocacy(service, PLACE, `${form}.other.${body}`)).rejects.toThrow();
	const changed = `${body.slice(0, 60)}${body[60] === 'A' ? 'B' : 'A'}${body.slice(61)}`;
	await expect(advocacy.openForAdvocacy(service, PLACE, `${form}.${pair}.${changed}`)).rejects.toThrow();
});

it('a new pair is sealed to once it is trusted, and the older one still opens what it was for', async () => {
	const [council, service] = [passingKeyring(), servicesKeyring()];
	advocacy.trustAdvocacyKey(council, await made(service));
	const before = (await advocacy.sealForAdvocacy(council, PLACE, 'before')) ?? '';
	const next = await made(service);
	expect(advocacy.advocacyPublicKey(service)).toBe(next);
	expect(advocacy.trustAdvocacyKey(council, next)).toEqual({ kind: 'trusted' });
	expect(advocacy.trustAdvocacyKey(council, next)).toEqual({ kind: 'trusted already' });
	const after = (await advocacy.sealForAdvocacy(council, PLACE, 'after')) ?? '';
	expect(after.split('.')[1]).not.toBe(before.split('.')[1]);
	expect(await advocacy.openForAdvocacy(service, PLACE, before)).toBe('before');
	expect(await advocacy.openForAdvocacy(service, PLACE, after)).toBe('after');
	expect(advocacy.opensWhatIsSealed(service, council)).toBe(true);
	expect(advocacy.opensWhatIsSealed(servicesKeyring(), council)).toBe(false);
});

it('takes no key with a wrong letter, none that is not one, and makes none in a council’s keyring', async () => {
	const council = passingKeyring();
	const publicKey = await made(servicesKeyring());
	for (const at of [12, 30, publicKey.length - 1]) {
		const wrong = `${publicKey.slice(0, at)}${publicKey[at] === 'A' ? 'B' : 'A'}${publicKey.slice(at + 1)}`;
		expect(advocacy.trustAdvocacyKey(council, wrong)).toEqual({ kind: 'not a public key' });
	}
	for (const wrong of ['', 'advocacy', `${publicKey}.x`, randomBytes(32).toString('base64url')])
		expect(advocacy.trustAdvocacyKey(council, wrong)).toEqual({ kind: 'not a public key' });
	expect(advocacy.trustedKey(council)).toBeNull();
	expect(await advocacy.makeAdvocacyKeys(council)).toEqual({ kind: 'this is a council’s keyring' });
	expect(council.list('advocacy')).toEqual([]);
});
