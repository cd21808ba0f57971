import { expect, it } from 'vitest';
import { STAFF_NOTICES, YOUNG_NOTICES } from '../notice.ts';
import { languageNamed, wordsOf } from './words.ts';

const ORIGIN = 'https://earshot.a-rather-long-name-of-a-council.example';

it.each(YOUNG_NOTICES)('“%s” fits into one text, says how to stop it, and nothing of what it is about', (what) => {
	const { subject, body } = wordsOf('young person', what, 'en', ORIGIN);
	expect(body.length).toBeLessThanOrEqual(160);
	expect(body).toContain(`${ORIGIN} `);
	expect(body).toContain('My account');
	expect(subject + body).not.toMatch(/concern|worr|safe|council(?!\.example)|care|social|advoca|review|{{|notices:/i);
});

it.each(STAFF_NOTICES)('“%s” has words for staff', (what) => {
	const { subject, body } = wordsOf('staff', what, 'en', ORIGIN);
	expect(subject).toMatch(/^Earshot: [a-z]/);
	expect(body).toContain(ORIGIN);
	expect(subject + body).not.toMatch(/{{|notices:|\.text$/);
});

it('has whole sentences where nobody knows the address yet', () => {
	expect(wordsOf('young person', 'new message', 'en', undefined).body).toBe(
		'You have a new message in Earshot. Sign in to read it: the address you know. You can turn these off in My account.'
	);
});

it('speaks a language that it knows, and English otherwise', () => {
	expect([null, '', 'English', 'en', ' ENGLISH ', 'Tigrinya'].map(languageNamed)).toEqual(Array(6).fill('en'));
});
