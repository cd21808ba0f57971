/*
 * The one-time link to enrol with, as a page shows it once: to copy, to type and to point a phone at.
 */
import { qrPicture } from '#lib/documents/qr-codes.server.ts';

export interface EnrolmentLink {
	code: string;
	/** The code stands behind the #, so that no log has it. */
	address: string;
	svg: string;
}

export async function enrolmentLink(origin: string, code: string): Promise<EnrolmentLink> {
	const address = `${origin}/enrol#${code}`;
	return { code, address, svg: await qrPicture(address) };
}
