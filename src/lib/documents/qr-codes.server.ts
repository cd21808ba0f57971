/*
 * QR codes as pictures that stand in a page: an address, or what an authenticator app reads. Drawn here, asked of nobody.
 */
import QRCode from 'qrcode';

/** An SVG of the text, black on white with its quiet margin: safe to put into a page as it is. */
export function qrPicture(text: string): Promise<string> {
	return QRCode.toString(text, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
}
