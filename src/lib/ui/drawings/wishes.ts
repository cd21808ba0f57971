/*
 * The twelve drawings that a picture password has beyond the survey's. Paths on a field of 48 × 48, each with its tint;
 * no words and no colours.
 */
import type { Drawing } from './drawing.ts';

export const wishes = {
	heart: [['rosy', 'M24 41C10 31 5 24 5 17a9.5 9.5 0 0 1 19-2a9.5 9.5 0 0 1 19 2c0 7-5 14-19 24z']],
	bell: [
		['none', 'M24 9v-4'],
		['warm', 'M19 38a5 5 0 0 0 10 0z'],
		['bright', 'M7 38c5-4 5-8 5-14a12 14 0 0 1 24 0c0 6 0 10 5 14z']
	],
	umbrella: [
		['none', 'M24 5v4M24 25v14a4.5 4.5 0 0 0 9 0'],
		['air', 'M4 27a20 18 0 0 1 40 0c-4-4-9-4-13 0c-4-4-10-4-14 0c-4-4-9-4-13 0z']
	],
	rocket: [
		['bright', 'M20 37q-1 5 4 8q5-3 4-8z'],
		['rosy', 'M16 24l-8 9v6l9-4zM32 24l8 9v6l-9-4z'],
		['soft', 'M24 3c8 7 10 18 7 34h-14c-3-16-1-27 7-34z'],
		['air', 'M20 20a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z']
	],
	cake: [
		['none', 'M24 18v-7'],
		['bright', 'M24 4c3 3 2.5 6 0 7c-2.5-1-3-4 0-7z'],
		['rosy', 'M8 42v-17a7 7 0 0 1 7-7h18a7 7 0 0 1 7 7v17z'],
		['warm', 'M8 25a7 7 0 0 1 7-7h18a7 7 0 0 1 7 7v3c-4 4-7 4-10.5 0c-4 4-7 4-10.5 0c-4 4-7 4-11 0z'],
		['none', 'M4 42h40']
	],
	mountain: [
		['fresh', 'M18 40l12-20l15 20z'],
		['soft', 'M3 40l17-30l17 30z'],
		['none', 'M14 20.5l4 3l3-3l5 3'],
		['none', 'M3 40h42']
	],
	rainbow: [
		['rosy', 'M3 38a21 23 0 0 1 42 0h-6a15 17 0 0 0-30 0z'],
		['bright', 'M9 38a15 17 0 0 1 30 0h-6a9 11 0 0 0-18 0z'],
		['air', 'M15 38a9 11 0 0 1 18 0h-6a3 5 0 0 0-6 0z']
	],
	butterfly: [
		['soft', 'M23 22c-4-12-16-14-18-9c-2 6 4 15 18 13z'],
		['soft', 'M25 22c4-12 16-14 18-9c2 6-4 15-18 13z'],
		['rosy', 'M23 26c-9 0-14 5-12 11c2 5 11 3 12-7z'],
		['rosy', 'M25 26c9 0 14 5 12 11c-2 5-11 3-12-7z'],
		['none', 'M24 19v19M24 19l-4-8M24 19l4-8']
	],
	mushroom: [
		['warm', 'M18 26l-2 14a3 3 0 0 0 3 3h10a3 3 0 0 0 3-3l-2-14z'],
		['rosy', 'M4 28a20 20 0 0 1 40 0z'],
		['warm', 'M14 20a3 3 0 1 0 6 0a3 3 0 1 0 -6 0zM27 16a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z']
	],
	tent: [
		['fresh', 'M24 10l20 31h-40z'],
		['warm', 'M24 18l8 23h-16z'],
		['none', 'M24 10l3-5M24 10l-3-5M2 41h44']
	],
	train: [
		['rosy', 'M7 8h16v25h-16z'],
		['air', 'M11 13h8v8h-8z'],
		['fresh', 'M23 19h14a6 6 0 0 1 6 6v8h-20z'],
		['soft', 'M33 19v-8h5v8z'],
		['warm', 'M9 37a5 5 0 1 0 10 0a5 5 0 1 0 -10 0zM29 37a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z']
	],
	crown: [
		['bright', 'M7 36l-3-21l11 9l9-15l9 15l11-9l-3 21z'],
		['rosy', 'M21.5 29a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0z'],
		['warm', 'M7 36h34v6h-34z']
	]
} satisfies Record<string, Drawing>;
