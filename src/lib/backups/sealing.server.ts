/*
 * A backup as a file: age around one line of JSON (the manifest) and the copy itself, so that the ordinary program opens it:
 * `age -d -i identity.txt FILE.age | tail -n +2`. Streamed; never whole in memory, never readable on the disk.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Decrypter, Encrypter } from 'age-encryption';
import { readManifest, type Manifest } from './manifest.ts';
import { CannotRestore } from './refusal.ts';

export type Bytes = AsyncIterable<Uint8Array>;

const LINE_END = 10;
const MOST_MANIFEST = 1_000_000;
const BEGINS = Buffer.from('age-encryption.org/');

/** A stream as the library takes it. */
const asWeb = (chunks: Bytes) => Readable.toWeb(Readable.from(chunks)) as unknown as ReadableStream<Uint8Array>;

/** Hashes bytes that pass. */
function hashing() {
	const hash = createHash('sha256');
	let bytes = 0;
	const note = (chunk: Uint8Array) => {
		hash.update(chunk);
		bytes += chunk.length;
	};
	return { note, told: () => ({ bytes, hash: hash.digest('base64url') }) };
}

export interface Sealed {
	/** Of the encrypted file; SHA-256, base64url. */
	bytes: number;
	hash: string;
	/** Of the copy inside. */
	payloadHash: string;
}

/** Writes an encrypted backup to a new file for its owner only; on the disk when it returns. */
export async function writeSealed(path: string, recipient: string, manifest: Manifest, copy: Bytes): Promise<Sealed> {
	const [inside, outside] = [hashing(), hashing()];
	async function* plain() {
		yield Buffer.from(`${JSON.stringify(manifest)}\n`);
		for await (const chunk of copy) {
			inside.note(chunk);
			yield chunk;
		}
	}
	const encrypter = new Encrypter();
	encrypter.addRecipient(recipient);
	const sealed = await encrypter.encrypt(asWeb(plain()));
	const counted = new Transform({
		transform(chunk: Uint8Array, _, done) {
			outside.note(chunk);
			done(null, chunk);
		}
	});
	await pipeline(Readable.from(sealed), counted, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
	return { ...outside.told(), payloadHash: inside.told().hash };
}

async function* endingAsDamaged(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	try {
		yield* chunks;
	} catch (fault) {
		throw fault instanceof CannotRestore ? fault : new CannotRestore('damaged', fault);
	}
}

/** The decrypted stream of a file. @throws CannotRestore */
async function decrypted(path: string, identities: readonly string[]): Promise<AsyncGenerator<Uint8Array>> {
	const chunks = createReadStream(path)[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
	const first = await chunks.next();
	if (first.done || !Buffer.from(first.value).subarray(0, BEGINS.length).equals(BEGINS))
		throw new CannotRestore('not a backup');
	async function* all() {
		yield first.value as Uint8Array;
		for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
	}
	const decrypter = new Decrypter();
	try {
		for (const identity of identities) decrypter.addIdentity(identity);
	} catch (fault) {
		throw new CannotRestore('wrong key', fault);
	}
	try {
		return endingAsDamaged(await decrypter.decrypt(asWeb(all())));
	} catch (fault) {
		const isStranger = fault instanceof Error && fault.message.startsWith('no identity matched');
		throw new CannotRestore(isStranger ? 'wrong key' : 'damaged', fault);
	}
}

export interface OpenBackup {
	manifest: Manifest;
	/** The copy: a SQLite file, or pg_dump's custom format. Throws `CannotRestore` where it is damaged or ends too early. */
	copy: AsyncGenerator<Uint8Array>;
}

/** Opens an encrypted backup and reads what it says of itself. @throws CannotRestore */
export async function decryptBackup(path: string, identities: readonly string[]): Promise<OpenBackup> {
	const chunks = await decrypted(path, identities);
	let head = Buffer.alloc(0);
	let end = -1;
	while (end < 0) {
		const next = await chunks.next();
		if (next.done || head.length > MOST_MANIFEST) throw new CannotRestore('not a backup');
		head = Buffer.concat([head, next.value]);
		end = head.indexOf(LINE_END);
	}
	const manifest = readManifest(head.subarray(0, end).toString());
	if (manifest === 'newer') throw new CannotRestore('too new');
	if (!manifest) throw new CannotRestore('not a backup');
	async function* copy() {
		yield head.subarray(end + 1);
		yield* chunks;
	}
	return { manifest, copy: copy() };
}

/** SHA-256 of a stream to its end, base64url. */
export async function hashOfStream(chunks: Bytes): Promise<string> {
	const { note, told } = hashing();
	for await (const chunk of chunks) note(chunk);
	return told().hash;
}
