/*
 * The few shapes that signs are put together from, as SVG path data on a field of 48 × 48. No sign itself lives here.
 */
const short = (length: number) => String(Math.round(length * 10) / 10);

/** A circle around (x, y). */
export function ring(x: number, y: number, radius: number): string {
	const r = short(radius);
	return `M${short(x - radius)} ${short(y)}a${r} ${r} 0 1 0 ${short(2 * radius)} 0a${r} ${r} 0 1 0-${short(2 * radius)} 0z`;
}

/** Shoulders: from `top` in the middle down to `base`, `half` to either side of x. */
export function shoulders(x: number, top: number, half: number, base: number): string {
	const high = base - top;
	return `M${short(x - half)} ${base}c0-${short(high * 0.7)} ${short(half * 0.4)}-${short(high)} ${short(half)}-${short(high)}s${short(half)} ${short(high * 0.3)} ${short(half)} ${short(high)}z`;
}

/** Somebody small: a head, and shoulders that stand on `base`. */
export function somebody(x: number, y: number, head: number, base: number): string {
	return ring(x, y, head) + shoulders(x, y + head + 2, head * 1.55, base);
}

/** Two eyes, as far to the left and to the right of x. */
export function eyes(x: number, y: number, apart: number): string {
	return ring(x - apart, y, 0.8) + ring(x + apart, y, 0.8);
}

/** A heart with its tip at (x, y), `half` to either side of it. */
export function heart(x: number, y: number, half: number): string {
	const [left, right] = [x - half, x + half];
	return `M${short(x)} ${short(y)}C${short(x - half * 1.7)} ${short(y - half)} ${short(left)} ${short(y - half * 2.3)} ${short(x)} ${short(y - half * 1.35)}C${short(right)} ${short(y - half * 2.3)} ${short(x + half * 1.7)} ${short(y - half)} ${short(x)} ${short(y)}z`;
}

/** A speech bubble. */
export const BUBBLE = 'M12 6h24a7 7 0 0 1 7 7v13a7 7 0 0 1-7 7h-11l-10 9v-9h-3a7 7 0 0 1-7-7v-13a7 7 0 0 1 7-7z';
