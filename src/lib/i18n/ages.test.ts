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

const VERSIONS = ['4-7', '8-10', '11-17', '16-25'];

it('sends each age to its own help beside a box for words, and care leavers to no children’s line', () => {
	const when = VERSIONS.map((version) => spokenTo(t, version)('ui:question.commentWhen'));
	expect(when.map((words) => words.includes('Childline'))).toEqual([false, true, true, false]);
	expect(when.map((words) => words.includes('999'))).toEqual([true, false, false, true]);
});

it('says to every age before the start who reads what is written, and that the visit is over after six hours', () => {
	for (const version of VERSIONS.slice(1)) {
		const words = spokenTo(t, version);
		expect(words('survey:start.known.more'), version).toMatch(/few people .*(?:without a name|no name)/u);
		expect(words('survey:start.quiet'), version).toContain('6 hours');
	}
	expect(spokenTo(t, '4-7')('survey:start.helper.long.more')).toContain('6 hours');
});

it('promises the younger nothing that a helper beside them makes untrue', () => {
	const [four, eight] = [spokenTo(t, '4-7'), spokenTo(t, '8-10')];
	expect(four('survey:start.who.more')).toContain('unless you are not safe');
	expect(four('survey:start.helper.before.more')).toContain('unless the child is not safe');
	expect(four('survey:review.who')).toContain('unless you tell us');
	expect(eight('survey:start.who.short')).toContain('unless you ask someone to help');
	expect(eight('survey:start.helped.more')).toContain('Not your social worker');
});
