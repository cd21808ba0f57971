/*
 * What every answer says about how it may be used, page or file. A page's own policy and caching are the hook's.
 */

export const SAFETY_HEADERS: Readonly<Record<string, string>> = {
	'X-Content-Type-Options': 'nosniff',
	// no-referrer would make a native form's Origin "null", which is refused.
	'Referrer-Policy': 'same-origin',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Strict-Transport-Security': 'max-age=31536000; includeSubDomains'
};
