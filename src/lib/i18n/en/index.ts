/*
 * English, file by file. Only the list lives here.
 */
import { open } from './open.ts';
import { survey } from './survey.ts';
import { ui } from './ui.ts';

export const english = { open, survey, ui };
