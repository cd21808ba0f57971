/*
 * The signs for people. Paths on a field of 48 × 48, at most one tint each; no words and no colours.
 */
import type { Drawing } from '../drawings/drawing.ts';
import { eyes, heart, ring, somebody } from './shape.ts';

export const people = {
	adults: [
		['soft', somebody(14, 13, 6.5, 42)],
		['none', somebody(34, 13, 6.5, 42)]
	],
	family: [
		['none', somebody(13, 11, 6, 40) + somebody(35, 11, 6, 40)],
		['soft', somebody(24, 27, 5, 44)]
	],
	mum: [
		['soft', 'M10 41c-2-8 1-12 1-20a13 13 0 0 1 26 0c0 8 3 12 1 20z'],
		['plain', ring(24, 23, 9.5)],
		['solid', eyes(24, 24, 3.5)],
		['none', 'M15 20q8-1 10-5.5q2 4.5 8 5.5M20.5 27.5q3.5 3 7 0']
	],
	dad: [
		['none', ring(24, 22, 13)],
		['soft', 'M11.5 18c0-9 6-13 12.5-13s12.5 4 12.5 13c-4 0-6-2-7-5c-3 3-12 4-18 5z'],
		['solid', eyes(24, 21.5, 4.5)],
		['soft', 'M12 26c4 0 4 3 7 2q5-2 10 0c3 1 3-2 7-2c0 9-5 15-12 15s-12-6-12-15z'],
		['none', 'M21 32q3 2 6 0']
	],
	siblings: [
		['fresh', somebody(15, 15, 6.5, 42)],
		['none', `${somebody(34, 22, 5.5, 42)}M22 33q4 3 6 2`]
	],
	friend: [
		['none', somebody(12, 22, 6, 43) + somebody(36, 22, 6, 43)],
		['rosy', heart(24, 17, 6)]
	],
	'social-worker': [
		['none', `${somebody(24, 12, 7, 44)}M18 24l6 7l6-7`],
		['air', 'M19 31h10v9h-10zM22 36h4']
	],
	teacher: [
		['fresh', 'M18 6h26v21h-26z'],
		['none', 'M25 12v9M29.5 16.5h6M32.5 13.5v6M39 12v9'],
		['plain', `${somebody(12, 22, 6, 44)}M20 33l6-4`]
	],
	me: [
		['none', 'M24 3v7M20.5 7l3.5 3.5l3.5-3.5'],
		['bright', somebody(24, 22, 7.5, 45)],
		['solid', eyes(24, 21.5, 2.8)],
		['none', 'M21.5 25q2.5 2 5 0']
	],
	helper: [
		['none', `${somebody(17, 12, 7, 44)}M27 30c6-1 12 1 13 6`],
		['bright', somebody(34, 25, 5.5, 44)],
		['none', 'M27 33c-1-4 1-6 4-6']
	],
	girl: [
		['soft', `${ring(9, 25, 5)}${ring(39, 25, 5)}`],
		['plain', ring(24, 24, 13)],
		['soft', 'M11 23c0-9 6-13 13-13s13 4 13 13c-7-1-11-4-13-8c-2 4-6 7-13 8z'],
		['solid', eyes(24, 26, 4.5)],
		['none', 'M20 31q4 3.5 8 0']
	],
	boy: [
		['none', `${ring(24, 25, 13)}M11 25c-4-1-4 5 1 5M37 25c4-1 4 5-1 5`],
		['soft', 'M11 22l2-10l5 2l3-6l5 5l6-4l1 5l4 8c-6 0-12-1-16-4c-3 2-6 4-10 4z'],
		['solid', eyes(24, 26.5, 4.5)],
		['none', 'M20 31.5q4 3.5 8 0']
	],
	advocate: [
		['none', somebody(12, 25, 5.5, 44) + somebody(28, 18, 6.5, 44)],
		['bright', 'M33 24l11-7v16z']
	]
} satisfies Record<string, Drawing>;
