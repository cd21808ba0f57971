/*
 * What a browser posts after it made or proved a passkey: JSON in a form field, shaped here before any library sees it.
 */
import { z } from 'zod';

const MOST_LETTERS = 20_000;

const answerSchema = z.object({
	id: z.string().min(1).max(1400),
	rawId: z.string(),
	type: z.literal('public-key'),
	response: z.record(z.string(), z.unknown()),
	clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
	authenticatorAttachment: z.string().optional()
});

export type PasskeyAnswer = z.infer<typeof answerSchema>;

/** Reads the field; null when it is nothing that a browser would send. */
export function passkeyAnswer(text: string): PasskeyAnswer | null {
	if (text.length > MOST_LETTERS) return null;
	try {
		const read = answerSchema.safeParse(JSON.parse(text));
		return read.success ? read.data : null;
	} catch {
		return null;
	}
}
