/*
 * What every answer says about how it may be used. Files get theirs in front of the handler; what the hook answers gets
 * these over them. A page brings its own content security policy.
 */

/** No device that a page could listen, look or pay with is ever asked for. */
const NO_DEVICES = [
	'camera',
	'display-capture',
	'geolocation',
	'hid',
	'microphone',
	'midi',
	'payment',
	'serial',
	'usb'
];

/** For what runs nothing and stands in no frame: files and refusals. */
export const NO_CONTENT = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** On everything, page or file. */
export const SAFETY_HEADERS: Readonly<Record<string, string>> = {
	'X-Content-Type-Options': 'nosniff',
	// no-referrer would make a native form's Origin "null", which is refused.
	'Referrer-Policy': 'same-origin',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
	'Permissions-Policy': NO_DEVICES.map((device) => `${device}=()`).join(', '),
	// For browsers too old for frame-ancestors.
	'X-Frame-Options': 'DENY'
};

/** On everything that the hook answers: nothing of it is kept by a browser or on the way. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = { ...SAFETY_HEADERS, 'Cache-Control': 'no-store' };

/** Words for the inside of an HTML attribute or element. */
export function escaped(text: string): string {
	const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
	return text.replaceAll(/[&<>"']/gu, (sign) => names[sign] ?? sign);
}

/** Gives an answer its headers; those of the policy only where it brought none. */
export function protect(response: Response): Response {
	for (const [name, value] of Object.entries(PAGE_HEADERS)) response.headers.set(name, value);
	if (!response.headers.has('Content-Security-Policy')) response.headers.set('Content-Security-Policy', NO_CONTENT);
	return response;
}
