/*
 * Makes the fonts in static/fonts: the parts of Lexend variable and of OpenDyslexic that English and its neighbours need.
 * Run by hand when a font package changes: `node src/lib/ui/fonts/subset.mjs`. Nothing imports this file.
 */
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
// @ts-expect-error the package carries no types
import subsetFont from 'subset-font';
import { renamed } from './renamed.mjs';

const LARGEST_BYTES = 30 * 1024;

/** @param {string} file */
const packaged = (file) => fileURLToPath(import.meta.resolve(file));
/** @param {string} name */
const served = (name) => new URL(`../../../../static/fonts/${name}`, import.meta.url);

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

/**
 * @param {string} name
 * @param {Buffer} subset
 */
async function keep(name, subset) {
	if (subset.length > LARGEST_BYTES) throw new Error(`${name} is ${subset.length} bytes, over ${LARGEST_BYTES}`);
	await writeFile(served(name), subset);
	console.error(`static/fonts/${name}: ${subset.length} bytes`);
}

const lexend = await readFile(packaged('@fontsource-variable/lexend/files/lexend-latin-wght-normal.woff2'));
const weights = { wght: { min: 400, max: 600, default: 400 } };
await keep('lexend-latin.woff2', await subsetFont(lexend, text, { targetFormat: 'woff2', variationAxes: weights }));

// Its licence keeps the name OpenDyslexic for the whole font, so a part of it goes by another.
for (const weight of [400, 700]) {
	const file = `@fontsource/opendyslexic/files/opendyslexic-latin-${weight}-normal.woff2`;
	const part = await subsetFont(await readFile(packaged(file)), text, { targetFormat: 'sfnt' });
	const ours = renamed(part, 'OpenDyslexic', 'EasyLettered');
	await keep(`easy-letters-${weight}.woff2`, await subsetFont(ours, text, { targetFormat: 'woff2' }));
}
await copyFile(packaged('@fontsource/opendyslexic/LICENSE'), served('easy-letters-licence.txt'));
