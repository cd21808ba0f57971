/*
 * The six drawings of animals, and two things that fly or float. Paths on a field of 48 × 48, each with its tint; no words and no colours.
 */
import type { Drawing } from './drawing.ts';

export const animals = {
	fish: [
		['air', 'M34 24l10-8v16z'],
		['air', 'M5 24c6-12 21-14 30 0c-9 14-24 12-30 0z'],
		['none', 'M22 17c3 4 3 10 0 14'],
		['solid', 'M12.4 22a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0 -3.2 0z']
	],
	cat: [
		['warm', 'M9 7l9 6h12l9-6v20a15 14 0 0 1-30 0z'],
		['solid', 'M16.4 24a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0 -3.2 0z'],
		['solid', 'M28.4 24a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0 -3.2 0z'],
		['rosy', 'M22 29h4l-2 2.5z'],
		['none', 'M24 31.5v3M3 27l8 1M3 34l8-2M45 27l-8 1M45 34l-8-2']
	],
	dog: [
		['soft', 'M14 12q10-5 20 0v19a10 11 0 0 1-20 0z'],
		['warm', 'M14 12c-8-2-11 8-8 18c5 0 8-4 8-10z'],
		['warm', 'M34 12c8-2 11 8 8 18c-5 0-8-4-8-10z'],
		['solid', 'M17.9 21a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0 -3.2 0z'],
		['solid', 'M26.9 21a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0 -3.2 0z'],
		['solid', 'M21 27h6l-3 4z'],
		['none', 'M24 31v3q-3 3-5 1M24 34q3 3 5 1']
	],
	bird: [
		['none', 'M20 36v8M26 36v8'],
		['air', 'M4 34l9-9c0-10 5-16 13-16c6 0 10 4 10 10c0 12-8 18-18 18c-6 0-10-1-14-3z'],
		['bright', 'M35.5 15l8 4l-8 3z'],
		['soft', 'M15 27c2-7 10-7 13-2c-2 7-9 8-13 2z'],
		['solid', 'M27.4 16a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0 -3.2 0z']
	],
	snail: [
		['soft', 'M5 20c0 14 2 22 10 22h29c-2-6-7-7-12-7h-14c-6 0-7-7-7-15z'],
		['rosy', 'M15 23a13 13 0 1 0 26 0a13 13 0 1 0 -26 0z'],
		['none', 'M35 23a7 7 0 1 0-7 7a3.5 3.5 0 0 0 0-7M5 20l-2-8M11 20l2-8']
	],
	boat: [
		['none', 'M24 5v28'],
		['bright', 'M22 7v21h-14z'],
		['air', 'M26 11l13 17h-13z'],
		['rosy', 'M5 33h38l-6 10h-26z']
	],
	kite: [
		['rosy', 'M36 5l3.4 14.6l-22.4 13.4l4.2-25.8z'],
		['none', 'M36 5l-19 28M39.4 19.6l-18.2-12.4M17 33c-6 1-1 6-6 6s-2 4-6 4']
	],
	bike: [
		['air', 'M3 32a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0z'],
		['air', 'M28 32a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0 -17 0z'],
		['none', 'M11.5 32l7.5-14h13l4.5 14M19 18l6 14l7-14M11.5 32h13.5M16 14h6M32 18l-2-7h6']
	]
} satisfies Record<string, Drawing>;
