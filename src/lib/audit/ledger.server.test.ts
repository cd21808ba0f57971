import { appendFileSync, fsyncSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NOW, passingFolder, passingKeyring } from '../../../tests/open-wave.ts';
import { knownEnd, openLedger } from './ledger.server.ts';

vi.mock('node:fs', async (original) => {
	const real = await original<typeof import('node:fs')>();
	return { ...real, writeSync: vi.fn(real.writeSync), fsyncSync: vi.fn(real.fsyncSync) };
});
const real = await vi.importActual<typeof import('node:fs')>('node:fs');

afterEach(() => {
	vi.mocked(writeSync).mockImplementation(real.writeSync as typeof writeSync);
	vi.mocked(fsyncSync).mockImplementation(real.fsyncSync);
});

/** A ledger with two people in it, and the file that it is. */
async function begun() {
	const [folder, keyring] = [passingFolder(), passingKeyring()];
	const ledger = openLedger(folder, keyring);
	const erased = (youngPersonId: string) => ledger.append({ kind: 'erased', youngPersonId }, NOW);
	await erased('one');
	await erased('two');
	const people = () => {
		const read = ledger.read();
		return [read.kind, ...read.lines.map((line) => (line.kind === 'erased' ? line.youngPersonId : line.kind))];
	};
	return { path: join(folder, 'ledger.jsonl'), folder, keyring, ledger, erased, people };
}

describe('a line that was torn off in writing', () => {
	it('is not there when the ledger is read, and is cut away before the next', async () => {
		const { path, erased, people } = await begun();
		appendFileSync(path, '{"kind":"erased","youngPe');
		expect(people()).toEqual(['sound', 'one', 'two']);
		await erased('three');
		expect(people()).toEqual(['sound', 'one', 'two', 'three']);
		expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(4);
	});

	it('is taken back when the disk takes only some of it, and that is said', async () => {
		const { path, erased, people } = await begun();
		const before = readFileSync(path, 'utf8');
		vi.mocked(writeSync).mockImplementationOnce(((handle: number, bytes: Buffer | string) =>
			real.writeSync(handle, Buffer.from(bytes).subarray(0, 20))) as typeof writeSync);
		await expect(erased('three')).rejects.toMatchObject({ code: 'ENOSPC' });
		expect(readFileSync(path, 'utf8')).toBe(before);
		await erased('four');
		expect(people()).toEqual(['sound', 'one', 'two', 'four']);
	});

	it('is taken back when it does not come to the disk', async () => {
		const { erased, people } = await begun();
		vi.mocked(fsyncSync).mockImplementationOnce(() => {
			throw Object.assign(new Error('the disk failed'), { code: 'EIO' });
		});
		await expect(erased('three')).rejects.toMatchObject({ code: 'EIO' });
		expect(people()).toEqual(['sound', 'one', 'two']);
	});

	it('does not hide a line that was changed', async () => {
		const { path, people } = await begun();
		writeFileSync(path, `${readFileSync(path, 'utf8').replace('two', 'too')}{"kind`);
		expect(people()).toEqual(['changed', 'one']);
	});
});

describe('a ledger that was cut at its end', () => {
	it.each([
		['emptied', () => ''],
		['cut by a line', (text: string) => text.slice(0, text.indexOf('\n') + 1)],
		['cut by the end of its last line', (text: string) => text.slice(0, -1)]
	])('is known to be: %s, and stays so however many lines follow', async (_, cut) => {
		const { path, ledger, erased } = await begun();
		writeFileSync(path, cut(readFileSync(path, 'utf8')));
		expect(ledger.read()).toMatchObject({ kind: 'shortened', expected: 2 });
		for (const who of ['three', 'four', 'five']) await erased(who);
		expect(ledger.read()).toMatchObject({ kind: 'shortened', expected: 2 });
	});

	it('is known to be when the whole folder is gone, and another that is older was put back', async () => {
		const { path, keyring, ledger, erased } = await begun();
		const older = readFileSync(path, 'utf8');
		await erased('three');
		expect(openLedger(passingFolder(), keyring).read()).toEqual({ kind: 'shortened', expected: 3, lines: [] });
		writeFileSync(path, older);
		expect(ledger.read()).toMatchObject({ kind: 'shortened', expected: 3 });
	});

	it('goes on when somebody says that the rest is lost, and says itself how much there was', async () => {
		const { path, ledger, erased, people } = await begun();
		writeFileSync(path, '');
		await ledger.acceptLoss(2, NOW);
		await erased('three');
		expect(people()).toEqual(['sound', 'lines lost', 'three']);
		expect(ledger.read().lines[0]).toMatchObject({ kind: 'lines lost', expected: 2 });
	});

	it('is sound with a line more than the keyring knows, as after a crash between the two', async () => {
		const { keyring, erased, people } = await begun();
		const known = keyring.get('ledger/end') ?? Buffer.alloc(0);
		await erased('three');
		keyring.replace('ledger/end', known);
		expect(people()).toEqual(['sound', 'one', 'two', 'three']);
		await erased('four');
		expect(knownEnd(keyring)?.lines).toBe(4);
	});
});
