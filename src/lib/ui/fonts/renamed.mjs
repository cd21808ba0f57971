/*
 * Gives a font another name of the same length, in the records that say what it is called; who made it and under which
 * licence stays as it is. Used by subset.mjs alone.
 */

/** Copyright, trademark, maker, designer, licence and their addresses: they name the font that this one comes from. */
const ORIGIN = [0, 7, 8, 9, 10, 11, 12, 13, 14];

/**
 * @param {Buffer} font an OpenType or TrueType file
 * @param {string} from
 * @param {string} to as long as `from`
 */
export function renamed(font, from, to) {
	if (from.length !== to.length) throw new Error('the two names differ in length');
	const ours = Buffer.from(font);
	const tables = Array.from({ length: ours.readUInt16BE(4) }, (_, at) => 12 + 16 * at);
	/** @param {string} tag */
	const tableAt = (tag) => {
		const entry = tables.find((at) => ours.toString('latin1', at, at + 4) === tag);
		if (entry === undefined) throw new Error(`the font has no table ${tag}`);
		return { start: ours.readUInt32BE(entry + 8), length: ours.readUInt32BE(entry + 12) };
	};
	const outlines = tableAt('CFF ');
	replaceIn(ours.subarray(outlines.start, outlines.start + outlines.length), inOneByte(from), inOneByte(to));
	const table = tableAt('name').start;
	const texts = table + ours.readUInt16BE(table + 4);
	for (let record = 0; record < ours.readUInt16BE(table + 2); record += 1) {
		const at = table + 6 + 12 * record;
		if (ORIGIN.includes(ours.readUInt16BE(at + 6))) continue;
		const start = texts + ours.readUInt16BE(at + 10);
		const words = ours.subarray(start, start + ours.readUInt16BE(at + 8));
		for (const encoded of [inTwoBytes, inOneByte]) replaceIn(words, encoded(from), encoded(to));
	}
	return ours;
}

/** @param {string} text */
const inTwoBytes = (text) => Buffer.from(text, 'utf16le').swap16();
/** @param {string} text */
const inOneByte = (text) => Buffer.from(text, 'latin1');

/**
 * @param {Buffer} words
 * @param {Buffer} from
 * @param {Buffer} to
 */
function replaceIn(words, from, to) {
	for (let at = words.indexOf(from); at >= 0; at = words.indexOf(from, at + to.length)) to.copy(words, at);
}
