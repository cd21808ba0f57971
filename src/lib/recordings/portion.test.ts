import { expect, it } from 'vitest';
import { portionOf } from './portion.ts';

it('is what a player asks for, cut at the end', () => {
	expect(portionOf('bytes=0-1', 100)).toEqual({ from: 0, to: 1 });
	expect(portionOf('bytes=10-', 100)).toEqual({ from: 10, to: 99 });
	expect(portionOf('bytes=10-500', 100)).toEqual({ from: 10, to: 99 });
	expect(portionOf('bytes=-30', 100)).toEqual({ from: 70, to: 99 });
	expect(portionOf('bytes=-300', 100)).toEqual({ from: 0, to: 99 });
});

it('is the whole where nothing that makes sense is asked for', () => {
	for (const header of [null, '', 'bytes=-', 'bytes=5-2', 'bytes=0-1,3-4', 'pages=1-2', 'bytes=a-b'])
		expect(portionOf(header, 100), String(header)).toBeNull();
});

it('is told to be beyond the end', () => {
	expect(portionOf('bytes=100-', 100)).toBe('beyond');
	expect(portionOf('bytes=-0', 100)).toBe('beyond');
});
