/*
 * Makes static/fonts/lexend-latin.woff2: the part of Lexend variable that English and its neighbours need.
 * Run by hand when the font package changes: `node src/lib/ui/fonts/subset.mjs`. Nothing imports this file.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
// @ts-expect-error the package carries no types
import subsetFont from 'subset-font';

const LARGEST_BYTES = 25 * 1024;

const source = fileURLToPath(import.meta.resolve('@fontsource-variable/lexend/files/lexend-latin-wght-normal.woff2'));
const target = new URL('../../../../static/fonts/lexend-latin.woff2', import.meta.url);

/**
 * Every character from one code point to another, both included.
 * @param {number} first
 * @param {number} last
 */
function charactersBetween(first, last) {
	return Array.from({ length: last - first + 1 }, (_, step) => String.fromCodePoint(first + step)).join('');
}

// Basic Latin and Latin-1 cover names with accents; the rest is the punctuation our own texts use.
const text = charactersBetween(0x20, 0x7e) + charactersBetween(0xa0, 0xff) + '‘’“”–—…•‹›€−×ŒœŸ';

const subset = await subsetFont(await readFile(source), text, {
	targetFormat: 'woff2',
	variationAxes: { wght: { min: 400, max: 600, default: 400 } }
});
if (subset.length > LARGEST_BYTES) throw new Error(`the subset is ${subset.length} bytes, over ${LARGEST_BYTES}`);
await writeFile(target, subset);
console.error(`static/fonts/lexend-latin.woff2: ${subset.length} bytes`);
