/*
 * The signs for how often, how much, yes and no, and how many. Paths on a field of 48 × 48, at most one tint each.
 * How often is told by the arcs that open from the dot, how much by what fills up.
 */
import type { Drawing } from '../drawings/drawing.ts';
import { BUBBLE, ring } from './shape.ts';

const sound = ring(8, 24, 5);
const ARCS = [
	'M16.5 17a11 11 0 0 1 0 14',
	'M23 12.5a19 19 0 0 1 0 23',
	'M29.5 8a27 27 0 0 1 0 32',
	'M36 3.5a35 35 0 0 1 0 41'
];
const arcs = (open: number) => ARCS.slice(0, open).join('');

// A glass that fills: its edges lean, so that the surface is wider the higher it stands.
const GLASS = 'M9 5h30l-4 38h-22z';
const filled = (top: number) => {
	const lean = (4 * (top - 5)) / 38;
	return `M${(9 + lean).toFixed(1)} ${top}h${(30 - 2 * lean).toFixed(1)}L35 43h-22z`;
};

const CUP = 'M7 14h27v22a6 6 0 0 1-6 6h-15a6 6 0 0 1-6-6zM34 20h3a6 6 0 0 1 0 12h-3';
const inCup = (top: number) => `M7 ${top}h27v${36 - top}a6 6 0 0 1-6 6h-15a6 6 0 0 1-6-6z`;

const drop = (x: number, y: number) => `M${x} ${y}c3 4 3 6.5 0 6.5s-3-2.5 0-6.5z`;

const die = 'M13 5h22a8 8 0 0 1 8 8v22a8 8 0 0 1-8 8h-22a8 8 0 0 1-8-8v-22a8 8 0 0 1 8-8z';
const pip = (x: number, y: number) => ring(x, y, 3);

export const amounts = {
	always: [
		['bright', sound],
		['none', arcs(4)]
	],
	often: [
		['bright', sound],
		['none', arcs(3)]
	],
	sometimes: [
		['bright', sound],
		['none', arcs(1)]
	],
	never: [['bright', sound]],
	very: [
		['air', filled(8)],
		['none', GLASS]
	],
	mostly: [
		['air', filled(18)],
		['none', GLASS]
	],
	slightly: [
		['air', filled(33)],
		['none', GLASS]
	],
	not: [['none', GLASS]],
	yes: [
		['fresh', ring(24, 24, 19)],
		['none', 'M15 25l6.5 7l12-15']
	],
	partly: [
		['air', die],
		['none', 'M13 27q5.5-8 11-3t11-3']
	],
	no: [
		['soft', 'M21.5 4.5q2.5-3.5 5 0c6 8.5 16 14 16 25a18.5 15.5 0 0 1-37 0c0-11 10-16.5 16-25z'],
		['none', 'M18 22l12 12M30 22l-12 12']
	],
	'not-sure': [
		['none', `${ring(21, 27, 16)}M15 36q3-3 6 0t6-1M13 21l5-1`],
		['solid', ring(15.5, 26, 0.8) + ring(26, 26, 0.8)],
		['none', 'M36 8a4.5 4.5 0 1 1 6 4q-2 1-2 3.5M40 20.5v.2']
	],
	'too-little': [
		['air', inCup(33)],
		['none', CUP]
	],
	right: [
		['air', inCup(20)],
		['none', `${CUP}M14 29l5 5l8-9`]
	],
	'too-much': [
		['air', `${inCup(14)}${drop(11, 4)}${drop(20.5, 2)}${drop(30, 4)}${drop(2.5, 24)}`],
		['none', CUP]
	],
	none: [
		[
			'none',
			'M5 15v-2a8 8 0 0 1 8-8h2M33 5h2a8 8 0 0 1 8 8v2M43 33v2a8 8 0 0 1-8 8h-2M15 43h-2a8 8 0 0 1-8-8v-2M21 5h6M43 21v6M27 43h-6M5 27v-6'
		]
	],
	'much-better': [['fresh', 'M24 3l16 17h-9v25h-14v-25h-9z']],
	better: [['fresh', 'M24 8l13 14h-7v19h-12v-19h-7z']],
	'bit-better': [['fresh', 'M24 18l10 11h-5v12h-10v-12h-5z']],
	worse: [['rosy', 'M24 42l13-14h-7v-19h-12v19h-7z']],
	one: [
		['warm', die],
		['solid', pip(24, 24)]
	],
	two: [
		['warm', die],
		['solid', pip(16, 16) + pip(32, 32)]
	],
	three: [
		['warm', die],
		['solid', pip(15, 15) + pip(24, 24) + pip(33, 33)]
	],
	more: [
		['warm', die],
		['none', 'M24 13v22M13 24h22']
	],
	else: [
		['soft', 'M34 6l8 8l-24 24l-10 2l2-10z'],
		['none', 'M29 11l8 8M10 30l8 8M26 43h16']
	],
	'prefer-not': [['none', `${BUBBLE}M8 39L41 6`]]
} satisfies Record<string, Drawing>;
