import { expect, it } from 'vitest';
import { soundsOf } from './sounds.ts';

it('names one recording for each text, in their order', () => {
	expect(soundsOf({ Next: 'a1', Back: 'b2' }, 'Back', 'Skip', 'Next')).toBe('/survey/sound/b2 - /survey/sound/a1');
});

it('names nothing where no text has a recording', () => {
	expect(soundsOf({}, 'Next', 'Back')).toBeUndefined();
	expect(soundsOf({}, 'toString')).toBeUndefined();
});
