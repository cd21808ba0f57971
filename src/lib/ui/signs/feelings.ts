/*
 * The signs for how things are and what people do. Paths on a field of 48 × 48, at most one tint each.
 * No words and no colours.
 */
import type { Drawing } from '../drawings/drawing.ts';
import { BUBBLE, eyes, heart, ring } from './shape.ts';

const star = (x: number) => `M${x} 10l3.2 6.8l7.5 1l-5.5 5.2l1.4 7.5l-6.6-3.7l-6.6 3.7l1.4-7.5l-5.5-5.2l7.5-1z`;

export const feelings = {
	safe: [
		['fresh', 'M24 4l17 6v13c0 10-7 17-17 21c-10-4-17-11-17-21v-13z'],
		['plain', heart(24, 33, 9)]
	],
	settled: [
		['soft', 'M12 25v-10a8 8 0 0 1 8-8h8a8 8 0 0 1 8 8v10'],
		['none', 'M12 32v-8a4 4 0 0 0-8 0v15h40v-15a4 4 0 0 0-8 0v8zM10 39v4M38 39v4'],
		['plain', heart(24, 29, 5.5)]
	],
	trust: [
		['rosy', heart(24, 27, 11)],
		['none', 'M4 28c5-1 7 6 12 6h5c4 0 4 4 0 4h-5M44 28c-5-1-7 6-12 6h-5M4 40c6 4 12 4 20 4s14 0 20-4']
	],
	notice: [
		['none', 'M4 25c9-15 31-15 40 0c-9 15-31 15-40 0z'],
		['air', ring(24, 25, 7.5)],
		['solid', ring(24, 25, 2.5)]
	],
	worry: [
		['air', 'M14 17c-6 0-7-8-1-9c1-6 10-6 12-1c5-4 12 1 9 5c4 1 3 5 0 5z'],
		['none', `${ring(24, 33, 11)}M17 28.5l4-1.5M31 28.5l-4-1.5M19 39q1.5-2 3.3 0t3.3 0t3.3 0`],
		['solid', eyes(24, 32, 4)]
	],
	bullying: [
		['rosy', 'M19 21l-9 3l4-7l-10-3l9-4l-3-6l9 3l5-4l4 5l9-3l-2 6l9 4l-9 4l3 5l-9-2l-3 5z'],
		['none', 'M24 8v6M24 17.5v.2'],
		['none', ring(24, 36, 8.5)],
		['solid', eyes(24, 35, 3)],
		['none', 'M20.5 40.5q3.5-3 7 0']
	],
	help: [
		['rosy', `${ring(24, 24, 19)}`],
		[
			'plain',
			'M17 6.4l4 10.5h6l4-10.5l10.6 10.6l-10.5 4v6l10.5 4l-10.6 10.6l-4-10.5h-6l-4 10.5l-10.6-10.6l10.5-4v-6l-10.5-4z'
		],
		['plain', ring(24, 24, 8)]
	],
	why: [
		['bright', BUBBLE],
		['none', 'M19 15a5 5 0 1 1 7.5 4.3q-2.5 1.5-2.5 3.7M24 27.5v.2']
	],
	say: [
		['bright', BUBBLE],
		['none', 'M14 15h20M14 23h13']
	],
	decide: [
		['none', 'M24 4v40M17 44h14'],
		['fresh', 'M14 8h21l7 5l-7 5h-21z'],
		['fresh', 'M34 22h-21l-7 5l7 5h21z']
	],
	same: [
		['fresh', star(12) + star(36)],
		['none', 'M20 35h8M20 41h8']
	],
	different: [
		['none', ring(8, 27, 5.5) + ring(40, 27, 5.5)],
		['bright', star(24)]
	],
	happy: [
		['bright', ring(24, 24, 12)],
		['solid', eyes(24, 21.5, 4.5)],
		['none', 'M18 26q6 7 12 0M24 3v4M24 41v4M3 24h4M41 24h4M9 9l3 3M36 36l3 3M39 9l-3 3M12 36l-3 3']
	],
	interest: [
		['none', ring(13, 12, 6.5) + ring(35, 14, 5.5)],
		['air', 'M24 28c-6-4-13-4-20-2v15c7-2 14-2 20 2c6-4 13-4 20-2v-15c-7-2-14-2-20 2z'],
		['none', 'M24 28v15']
	],
	chance: [
		['none', 'M11 44v-38h26v38M5 44h38'],
		['bright', 'M11 6l16 6v35l-16-3z'],
		['solid', ring(22.5, 29, 1)]
	],
	hobby: [
		['soft', 'M28 4l14 13l-11 16l-17-9z'],
		['none', 'M28 4l3 29M14 24l28-7M31 33c-2 5-7 2-9 6s-8 1-12 5M20 36l-1 6M25 41l-5-3']
	],
	health: [
		['rosy', heart(24, 43, 15)],
		['none', 'M4 25h12l4-7l6 13l4-6h14']
	],
	time: [
		['warm', ring(24, 24, 18)],
		['none', 'M24 13v11l8 5M24 6v2M24 40v2M6 24h2M40 24h2']
	],
	stop: [
		['rosy', 'M16 5h16l11 11v16l-11 11h-16l-11-11v-16z'],
		[
			'plain',
			'M16 27v-10a2.2 2.2 0 0 1 4.4 0v-3a2.2 2.2 0 0 1 4.4 0v1a2.2 2.2 0 0 1 4.4 0v13l2.5-3a2 2 0 0 1 3.3 2.5c-3 5-5 9-10 9c-6 0-9-4-9-9.5z'
		]
	],
	skip: [
		['none', 'M7 31c3-19 28-22 33-3M40.5 16v12.5h-11.5'],
		['bright', ring(24, 37, 5.5)]
	],
	secret: [
		['warm', ring(24, 22, 17)],
		['solid', eyes(24, 17, 6)],
		['plain', 'M21 44v-18a3 3 0 0 1 6 0v18'],
		['none', 'M16 29.5h2M30 29.5h2']
	]
} satisfies Record<string, Drawing>;
