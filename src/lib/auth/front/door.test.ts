import { expect, test } from 'vitest';
import { MOST_FILES, takesFiles, turnedAway, type Knock } from './door.ts';

const knock = (headers: Record<string, string>, more: Partial<Knock> = {}): Knock => ({
	path: '/staff/people',
	headers: { host: 'localhost:3000', ...headers },
	encrypted: false,
	...more
});
const statusOf = (headers: Record<string, string>, more?: Partial<Knock>) =>
	turnedAway(knock(headers, more))?.status ?? null;

test('words have room for half a megabyte, files for 25, and only where files are taken', () => {
	const half = 512 * 1024;
	expect(statusOf({ 'content-length': String(half) })).toBeNull();
	expect(statusOf({ 'content-length': String(half + 1) })).toBe(413);
	for (const path of ['/staff/people/import', '/staff/people/import/details', '/staff/settings/recordings']) {
		expect(statusOf({ 'content-length': String(MOST_FILES) }, { path })).toBeNull();
		expect(statusOf({ 'content-length': String(MOST_FILES + 1) }, { path })).toBe(413);
	}
	for (const path of [
		'/staff/people/importer',
		'/staff/settings',
		'/survey/staff/people/import',
		'//staff/people/import'
	])
		expect(takesFiles(path), path).toBe(false);
});

test('a body of unknown length is not read', () => {
	expect(statusOf({ 'transfer-encoding': 'chunked' })).toBe(411);
	expect(statusOf({ 'transfer-encoding': 'chunked', 'content-length': '5' })).toBe(411);
	expect(statusOf({ 'content-length': 'many' })).toBe(413);
	expect(statusOf({ 'content-length': '0' })).toBeNull();
	expect(statusOf({})).toBeNull();
});

test('plain http is for this machine itself', () => {
	for (const host of ['localhost', 'localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'earshot.localhost'])
		expect(statusOf({ host }), host).toBeNull();
	for (const host of ['earshot.example', '192.168.0.7:3000', 'localhost.example', '127.0.0.1.example', '[::2]', ''])
		expect(statusOf({ host }), host).toBe(400);
});

test('a proxy with TLS in front is believed when it says so', () => {
	const host = 'earshot.example';
	expect(statusOf({ host, 'x-forwarded-proto': 'https' })).toBeNull();
	expect(statusOf({ host, 'x-forwarded-proto': 'HTTPS, http' })).toBeNull();
	expect(statusOf({ host, forwarded: 'for=10.0.0.1;proto=https' })).toBeNull();
	expect(statusOf({ host }, { encrypted: true })).toBeNull();
	expect(statusOf({ host, 'x-forwarded-proto': 'http' })).toBe(400);
	// A proxy that puts itself into Host still tells where people came.
	expect(statusOf({ 'x-forwarded-host': host, 'x-forwarded-proto': 'http' })).toBe(400);
	expect(statusOf({ host, 'x-forwarded-host': 'localhost' })).toBe(400);
});

test('whoever watches the server may ask how it is, by any way', () => {
	expect(statusOf({ host: '10.0.0.3' }, { path: '/health' })).toBeNull();
	expect(statusOf({ host: '10.0.0.3' }, { path: '/health/more' })).toBe(400);
});

test('everybody who is turned away reads what happened and that nothing is lost', () => {
	for (const refused of [
		turnedAway(knock({ host: 'earshot.example' })),
		turnedAway(knock({ 'transfer-encoding': 'chunked' })),
		turnedAway(knock({ 'content-length': '99999999' })),
		turnedAway(knock({ 'content-length': '99999999' }, { path: '/staff/people/import' }))
	]) {
		expect(refused?.title).toMatch(/\S/u);
		expect(refused?.words.join(' ')).toMatch(/nothing|safe/iu);
	}
});
