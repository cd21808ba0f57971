/*
 * What an identity provider's words about a sign-in are worth here: how many kinds of factor it saw, and how fresh it is.
 * Talking to the provider is beside.
 */

/** Authentication Method Reference values (RFC 8176) by the kind of factor they prove. What is not here proves nothing. */
const KINDS: Readonly<Record<string, 'known' | 'held' | 'own body'>> = {
	pwd: 'known',
	pin: 'known',
	otp: 'held',
	hwk: 'held',
	swk: 'held',
	sc: 'held',
	sms: 'held',
	tel: 'held',
	face: 'own body',
	fpt: 'own body',
	iris: 'own body',
	retina: 'own body',
	vbm: 'own body'
};

/** True when the provider says that it saw two factors: "mfa", or methods of two different kinds. */
export function sawTwoFactors(amr: unknown): boolean {
	if (!Array.isArray(amr)) return false;
	const methods = amr.filter((one): one is string => typeof one === 'string');
	const kinds = new Set(methods.flatMap((one) => (Object.hasOwn(KINDS, one) ? [KINDS[one]] : [])));
	return methods.includes('mfa') || kinds.size >= 2;
}

const YEAR_5000 = 95_617_584_000;

/** When somebody last proved who they are, of the provider's claim in seconds; 1970 when it does not say. */
export function provenAt(authTime: unknown): Date {
	return new Date(typeof authTime === 'number' && authTime > 0 && authTime < YEAR_5000 ? authTime * 1000 : 0);
}

/**
 * True when a token is of the one issuer that the provider describes itself as. A description for many directories has a
 * blank in its issuer, and then any directory of the world would fit.
 */
export function isOneIssuer(claimed: string, described: string): boolean {
	return claimed === described && !/[{}]|%7b/i.test(described);
}

/** Clocks of two houses never agree wholly. */
const DRIFT_MS = 60_000;

/** True when somebody proved who they are after we asked; `authTime` is the provider's claim, in seconds. */
export function isProvenSince(authTime: unknown, askedAt: number): boolean {
	return typeof authTime === 'number' && authTime * 1000 >= askedAt - DRIFT_MS;
}
