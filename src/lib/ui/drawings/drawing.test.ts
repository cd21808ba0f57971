import { expect, test } from 'vitest';
import { PASSWORD_PICTURES as PICTURES } from '#lib/auth/young/ways/picture-password.ts';
import { ui } from '#lib/i18n/en/ui.ts';
import { PICTURE_DRAWINGS } from './drawing.ts';

test('every picture that can be picked has a drawing and a word of its own', () => {
	for (const picture of PICTURES) {
		expect(PICTURE_DRAWINGS[picture].length, picture).toBeGreaterThan(0);
		expect(ui.pictures[picture], picture).toMatch(/^[A-Z][a-z]+$/);
	}
	expect(Object.keys(PICTURE_DRAWINGS)).toHaveLength(PICTURES.length);
});

test('no two pictures look or sound the same', () => {
	const drawn = PICTURES.map((picture) => JSON.stringify(PICTURE_DRAWINGS[picture]));
	expect(new Set(drawn).size).toBe(PICTURES.length);
	expect(new Set(Object.values(ui.pictures)).size).toBe(PICTURES.length);
});
