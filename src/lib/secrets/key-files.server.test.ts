import { existsSync, fsyncSync, linkSync, openSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { passingFolder } from '../../../tests/open-wave.ts';
import { LOCK, makeFolder, placeFile, placeOfMany } from './key-files.server.ts';

vi.mock('node:fs', async (original) => {
	const real = await original<typeof import('node:fs')>();
	return {
		...real,
		linkSync: vi.fn(real.linkSync),
		existsSync: vi.fn(real.existsSync),
		openSync: vi.fn(real.openSync),
		fsyncSync: vi.fn(real.fsyncSync)
	};
});
const real = await vi.importActual<typeof import('node:fs')>('node:fs');

beforeEach(() => {
	vi.mocked(linkSync).mockImplementation(real.linkSync);
	vi.mocked(existsSync).mockImplementation(real.existsSync);
});

describe('on a volume without hard links', () => {
	beforeEach(() => {
		vi.mocked(linkSync).mockImplementation(() => {
			throw Object.assign(new Error('no links here'), { code: 'EPERM' });
		});
	});

	it.each([
		['one', (path: string, key: Buffer) => Promise.resolve(placeFile(path, key))],
		['one of many', (path: string, key: Buffer) => placeOfMany(path, key)]
	])('no key is put over the one that another server put there meanwhile (%s)', async (_, place) => {
		const path = join(passingFolder(), 'child.key');
		// Another server, which is quicker by a moment and holds to the lock as this one does.
		vi.mocked(existsSync).mockImplementation((looked) => {
			const isThere = real.existsSync(looked);
			if (looked === path && !real.existsSync(path + LOCK)) writeFileSync(path, 'theirs', { flag: 'wx' });
			return isThere;
		});
		const placed = await place(path, Buffer.from('ours'));
		expect([placed, readFileSync(path, 'utf8')]).toEqual(['placed', 'ours']);
		expect(await place(path, Buffer.from('later'))).toBe('taken');
		expect(readFileSync(path, 'utf8')).toBe('ours');
		expect(readdirSync(dirname(path))).toEqual(['child.key']);
	});
});

it('a new folder is on the disk, with every folder above it that was new, before anything is put there', () => {
	const folder = passingFolder();
	const synced: string[] = [];
	const opened = new Map<number, string>();
	vi.mocked(openSync).mockImplementation((path, ...more) => {
		const handle = real.openSync(path, ...more);
		opened.set(handle, String(path));
		return handle;
	});
	vi.mocked(fsyncSync).mockImplementation((handle) => {
		synced.push(opened.get(handle) ?? '');
		real.fsyncSync(handle);
	});
	makeFolder(join(folder, 'keys', 'person'));
	expect(synced).toEqual([join(folder, 'keys'), folder]);
	makeFolder(join(folder, 'keys', 'person'));
	expect(synced).toHaveLength(2);
});
