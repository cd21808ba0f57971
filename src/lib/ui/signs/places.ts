/*
 * The signs for places, things and times. Paths on a field of 48 × 48, at most one tint each; no words and no colours.
 */
import type { Drawing } from '../drawings/drawing.ts';
import { eyes, ring } from './shape.ts';

const calendar = 'M7 10h34v31h-34zM7 18h34M15 6v7M33 6v7';

export const places = {
	house: [
		['warm', 'M10 21v21h28v-21L24 9z'],
		['none', 'M4 25L24 7l20 18M20 42v-11h8v11']
	],
	bedroom: [
		['soft', 'M5 28h38v10h-38z'],
		['none', 'M5 10v34M43 28v16M5 38h38M9 28v-5h11a5 5 0 0 1 5 5']
	],
	school: [
		['warm', 'M5 23h38v19h-38z'],
		['plain', 'M15 42v-22l9-7l9 7v22z'],
		['none', `M24 13v-9h7v5h-7M21 42v-8h6v8M9 30h2M37 30h2${ring(24, 25, 3)}`]
	],
	outdoors: [
		['fresh', 'M21 32c-11 2-15-9-8-13c-1-9 12-12 15-4c9-1 11 12 2 16c-3 1-6 1-9 1z'],
		['none', 'M21 42v-17M21 31l6-5M4 42h40M37 6v2M43 10l-1.5 1.5M45 16h-2']
	],
	pet: [
		['warm', 'M10 22l-2-15l9 6q7-2 14 0l9-6l-2 15c4 12-5 19-14 19s-18-7-14-19z'],
		['solid', eyes(24, 24, 6) + 'M22 29h4l-2 2.5z'],
		['none', 'M24 31v2M24 33q-4 3-6 0M24 33q4 3 6 0M3 27l7 1M4 34l7-1M45 27l-7 1M44 34l-7-1']
	],
	ball: [
		['none', ring(24, 24, 18)],
		['solid', 'M24 17l7 5l-3 8h-8l-3-8z'],
		['none', 'M24 17v-10M31 22l9-4M28 30l6 9M20 30l-6 9M17 22l-9-4']
	],
	paint: [
		['warm', 'M24 7c-11 0-19 7-19 17s8 17 17 17c5 0 5-4 3-7c-2-4 0-7 5-7h6c5 0 7-3 7-6c-1-8-9-14-19-14z'],
		['solid', ring(14, 24, 2) + ring(19, 15, 2) + ring(29, 14, 2)]
	],
	music: [
		['air', `${ring(13, 36, 6)}${ring(34, 32, 6)}`],
		['none', 'M19 36v-25l21-5v26M19 18l21-5']
	],
	game: [
		['soft', 'M15 14h18c8 0 11 8 11 16c0 6-6 8-10 3l-3-4h-14l-3 4c-4 5-10 3-10-3c0-8 3-16 11-16z'],
		['none', 'M15 18v8M11 22h8'],
		['solid', ring(31, 20, 1.5) + ring(35, 24, 1.5)]
	],
	book: [
		['air', 'M24 13c-5-4-13-4-19-2v28c6-2 14-2 19 2c5-4 13-4 19-2v-28c-6-2-14-2-19 2z'],
		['none', 'M24 13v28M11 19q4-1 7 1M11 26q4-1 7 1M37 19q-4-1-7 1M37 26q-4-1-7 1']
	],
	phone: [
		['air', 'M17 4h14a4 4 0 0 1 4 4v32a4 4 0 0 1-4 4h-14a4 4 0 0 1-4-4v-32a4 4 0 0 1 4-4z'],
		['none', 'M21 9h6M22 38h4']
	],
	internet: [
		['air', 'M9 8h30v24h-30z'],
		['none', 'M4 38h40M15 19a13 13 0 0 1 18 0M19 24a7 7 0 0 1 10 0'],
		['solid', ring(24, 28, 1)]
	],
	weekend: [
		['none', calendar],
		['bright', ring(24, 29.5, 4.5)],
		['none', 'M24 21.5v.5M24 37v.5M16 29.5h.5M31.5 29.5h.5M18.5 24l.3.3M29.5 24l-.3.3M18.5 35l.3-.3M29.5 35l-.3-.3']
	],
	yesterday: [
		['warm', 'M7 10h34v31h-34z'],
		['none', `${calendar}M32 29.5h-16M21 24.5l-5 5l5 5`]
	],
	letter: [
		['warm', 'M5 11h38v27h-38z'],
		['none', 'M5 12l19 15l19-15']
	],
	'locked-box': [
		['none', 'M16 22v-6a8 8 0 0 1 16 0v6'],
		['bright', 'M6 22h36v20h-36z'],
		['none', `${ring(24, 30, 2.5)}M24 32.5v4`]
	],
	council: [
		['warm', 'M5 18L24 6l19 12z'],
		['none', 'M9 18v18M19 18v18M29 18v18M39 18v18M6 36h36M4 42h40']
	]
} satisfies Record<string, Drawing>;
