/*
 * English, file by file. Only the list lives here.
 */
import { account } from './account.ts';
import { ages } from './ages/index.ts';
import { data } from './data.ts';
import { door } from './door.ts';
import { join } from './join.ts';
import { lost } from './lost.ts';
import { me } from './me.ts';
import { notices } from './notices.ts';
import { open } from './open.ts';
import { opened } from './opened.ts';
import { signs } from './signs.ts';
import { survey } from './survey.ts';
import { talk } from './talk.ts';
import { ui } from './ui.ts';

export const english = { account, ages, data, door, join, lost, me, notices, open, opened, signs, survey, talk, ui };
