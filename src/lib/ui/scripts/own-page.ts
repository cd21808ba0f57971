/*
 * Runs in the browser, as /own-page.js, on a young person's own pages and at their door: what a plain form cannot do there.
 * No storage, no requests but to our own origin. All works without it.
 */
import { readWholePage } from './aloud/aloud.ts';
import { watchLeaving } from './leaving.ts';
import { showWhatIsTyped, tapWithoutWaiting } from './picking.ts';
import { watchQuiet } from './quiet.ts';

watchLeaving();
document.querySelectorAll<HTMLElement>('[data-picks]').forEach(tapWithoutWaiting);
document.querySelectorAll<HTMLElement>('[data-show]').forEach(showWhatIsTyped);
document.querySelectorAll<HTMLElement>('button[data-read]').forEach(readWholePage);
watchQuiet();
