/*
 * How large a comment can be where it is sealed. Only sizes live here.
 */

/** 2,000 characters of four bytes as JSON, with what is noted beside them. */
export const LONGEST_COMMENT_BYTES = 8_704;
