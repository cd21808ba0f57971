/*
 * What is kept of every closing of a concern: the young person reads the first half, staff both. It rests sealed as a list
 * in concern.closing_sealed; written again and closed again, it has two entries. Rules only.
 */
import { z } from 'zod';

const closingSchema = z.object({
	/** What was done, for the young person to read. */
	forThem: z.string(),
	/** The same for the record, in the words of the field; null where there was nothing to add. */
	forRecord: z.string().nullable(),
	/** staff.id of who closed it, and when. */
	by: z.string(),
	at: z.string()
});
export type Closing = z.infer<typeof closingSchema>;

/** The closings of a concern, oldest first, from the text that rested sealed. */
export const readClosings = (resting: string | null): Closing[] =>
	resting === null ? [] : z.array(closingSchema).parse(JSON.parse(resting));

/** Why a concern was put on the child's record at the council, or taken off again; sealed in concern.on_file_sealed. */
const onFileSchema = z.object({ on: z.boolean(), why: z.string(), by: z.string(), at: z.string() });
export type OnFile = z.infer<typeof onFileSchema>;

export const readOnFile = (resting: string | null): OnFile[] =>
	resting === null ? [] : z.array(onFileSchema).parse(JSON.parse(resting));

/** The fewest and the most letters of why something is put on a child's record. */
export const WHY = { least: 10, most: 500 } as const;
