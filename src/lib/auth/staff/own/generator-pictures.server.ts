/*
 * The secret of an authenticator app as people take it over: a QR code to point a phone at, and groups of letters to type.
 */
import { qrPicture } from '#lib/documents/qr-codes.server.ts';
import { generatorAddress } from '../code-generators.server.ts';

export interface GeneratorPicture {
	/** Our own library's SVG: nothing that anybody typed but the address of the account, as modules. */
	svg: string;
	/** The secret in groups of four. */
	typed: string;
	/** For a phone that opens the page itself. */
	address: string;
}

export async function generatorPicture(secret: string, email: string): Promise<GeneratorPicture> {
	const address = generatorAddress(secret, email);
	return { svg: await qrPicture(address), typed: secret.match(/.{1,4}/g)?.join(' ') ?? '', address };
}
