/*
 * Runs in the browser, as /survey.js, on the pages of the survey: reads aloud, loses nothing that is typed, and says before
 * the survey closes. No storage, no requests but to our own origin. All works without it.
 */
import { aloudOnNewPage, readAloud } from './aloud/aloud.ts';
import { helpAtOnce } from './helping.ts';
import { keepWhatIsTyped } from './keeping/keeping.ts';
import { watchLeaving } from './leaving.ts';
import { watchQuiet } from './quiet.ts';

watchLeaving();
const reached = watchQuiet();
readAloud();
helpAtOnce();
keepWhatIsTyped({ swapped: aloudOnNewPage, reached });
