/* Words of the survey's own pages. */
export const survey = {} as const;
