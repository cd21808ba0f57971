/*
 * The eight drawings of things at home. Paths on a field of 48 × 48, each with its tint; no words and no colours.
 */
import type { Drawing } from './drawing.ts';

export const things = {
	car: [
		['rosy', 'M4 35v-9c0-3 2-4 6-4l6-9h15l7 9c4 0 6 2 6 5v8z'],
		['air', 'M18 17h5v5h-8z'],
		['air', 'M27 17h3l4 5h-7z'],
		['soft', 'M9 35a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z'],
		['soft', 'M29 35a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z']
	],
	ball: [
		['air', 'M6 24a18 18 0 1 0 36 0a18 18 0 1 0 -36 0z'],
		['bright', 'M24 6c-10 8-10 28 0 36c10-8 10-28 0-36z']
	],
	drum: [
		['rosy', 'M6 16v18a18 8 0 0 0 36 0v-18z'],
		['bright', 'M6 16a18 7 0 1 0 36 0a18 7 0 1 0-36 0z'],
		['none', 'M6 19l9 20l9-16l9 16l9-20']
	],
	key: [
		['bright', 'M22 21h22v6h-4v5h-6v-5h-12z'],
		['bright', 'M4 24a10 10 0 1 0 20 0a10 10 0 1 0 -20 0z'],
		['none', 'M9 24a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z']
	],
	cup: [
		['none', 'M33 18h3a6 6 0 0 1 0 12h-3M16 9c-2-2 2-3 0-5M26 9c-2-2 2-3 0-5'],
		['fresh', 'M9 14h24v18a8 8 0 0 1-8 8h-8a8 8 0 0 1-8-8z']
	],
	hat: [
		['warm', 'M19.5 9a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z'],
		['rosy', 'M8 34c0-13 6-21 16-21s16 8 16 21z'],
		['bright', 'M8 33h32a4 4 0 0 1 0 9h-32a4 4 0 0 1 0-9z'],
		['none', 'M17 37.5h14']
	],
	house: [
		['warm', 'M9 21v21h30v-21z'],
		['rosy', 'M4 24l20-17l20 17z'],
		['soft', 'M20 42v-11h8v11z']
	],
	book: [
		['air', 'M24 13c-5-4-13-4-19-2v28c6-2 14-2 19 2c5-4 13-4 19-2v-28c-6-2-14-2-19 2z'],
		['none', 'M24 13v28M11 18q4-1 7 1M11 25q4-1 7 1M37 18q-4-1-7 1M37 25q-4-1-7 1']
	]
} satisfies Record<string, Drawing>;
