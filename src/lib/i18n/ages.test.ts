import { expect, it } from 'vitest';
import { spokenTo } from './ages.ts';
import { translator } from './translate.ts';

const t = translator('en');

it('says what a version says in its own way', () => {
	expect(spokenTo(t, '4-7')('survey:page.skip')).toBe('Skip');
	expect(spokenTo(t, '4-7')('survey:start.known.short')).not.toBe(t('survey:start.known.short'));
});

it('says what everybody is told where a version has no words of its own', () => {
	expect(spokenTo(t, '11-17')('survey:page.skip')).toBe('Skip this page');
	expect(spokenTo(t, '4-7')('survey:page.next')).toBe('Next');
	expect(spokenTo(t, '4-7')('ui:getHelp')).toBe('Get help');
});

it('fills in values in both', () => {
	expect(spokenTo(t, '16-25')('survey:start.long.short', { minutes: 12 })).toContain('12');
	expect(spokenTo(t, '4-7')('survey:page.progress', { page: 2, of: 9 })).toBe('Page 2 of 9');
});
