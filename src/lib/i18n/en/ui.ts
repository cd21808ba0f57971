/* Words of the components. */
export const ui = {} as const;
