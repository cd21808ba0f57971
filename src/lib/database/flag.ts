/*
 * Truth as both engines store it. Nothing else lives here.
 */

/** 0 or 1. */
export type Flag = 0 | 1;

/** A truth as it is stored. */
export const flag = (truth: boolean): Flag => (truth ? 1 : 0);
