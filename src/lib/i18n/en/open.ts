/* Words of the open pages. */
export const open = {} as const;
