/*
 * The districts that count as inside the council's area. Where a young person lives is people's matter.
 */
import { z } from 'zod';
import { inOneLine } from './setting.ts';

const MOST = 200;
const same = (name: string) => inOneLine(name).toLocaleLowerCase('en-GB');

/** Tidied, without empty ones, each once whatever its capitals, in the order of the alphabet. */
export function tidyDistricts(names: readonly string[]): string[] {
	const once = new Map(names.map((name) => [same(name), inOneLine(name)]));
	once.delete('');
	return [...once.values()].sort((one, other) => one.localeCompare(other, 'en-GB'));
}

export const districtsSchema = z
	.array(z.string().max(80, 'Please keep each district to 80 letters.'))
	.overwrite(tidyDistricts)
	.max(MOST, `Please keep this to ${MOST} districts.`);

export const AREAS = ['inside', 'outside', 'unknown'] as const;
export type Area = (typeof AREAS)[number];

/** Whether somebody lives in the area; nobody knows without a district, or while none are listed. */
export function areaOfDistrict(district: string | null, inside: readonly string[]): Area {
	if (district === null || inside.length === 0) return 'unknown';
	return inside.some((name) => same(name) === same(district)) ? 'inside' : 'outside';
}
