/*
 * What the survey's pages say in their own way to one age. What is missing here stands in survey.ts, for all.
 */
import { careLeavers } from './care-leavers.ts';
import { eightToTen } from './eight-to-ten.ts';
import { fourToSeven } from './four-to-seven.ts';

export const ages = { '4-7': fourToSeven, '8-10': eightToTen, '16-25': careLeavers } as const;
