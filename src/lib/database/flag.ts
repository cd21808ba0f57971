/*
 * Truth as both engines store it. Nothing else lives here.
 */

/** 0 or 1. */
export type Flag = 0 | 1;
