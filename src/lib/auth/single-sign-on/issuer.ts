/*
 * Which identity provider a council may name for single sign-on. A rule only: speaking to it is auth/'s.
 */
import { z } from 'zod';

/** What is said to an identity provider must not be overheard; on this machine itself nobody listens. */
function isSafeIssuer(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const { protocol, hostname } = new URL(text);
	return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}

/** The directories of Microsoft's that stand for many: any, any organisation's, private people's (also by its number). */
const FOR_MANY = ['common', 'organizations', 'consumers', '9188040d-6c67-4c5b-b112-36a304b66dad'];

/** Whether an issuer is one organisation's: else anybody in the world could bring an address of the council's. */
function isOneOrganisation(text: string): boolean {
	if (!URL.canParse(text)) return true; // refused for that already
	const { hostname, pathname } = new URL(text);
	const [, directory = ''] = pathname.toLowerCase().split('/');
	const isForMany = /microsoft|windows\.net$/.test(hostname) && FOR_MANY.includes(directory);
	return !isForMany && !/[{}]|%7b/i.test(text);
}

/** The address of an identity provider: safe to speak to, and one organisation's. */
export const issuer = z.string().refine(isSafeIssuer, { error: 'must be an https address' }).refine(isOneOrganisation, {
	error:
		'must be your own council’s directory, like https://login.microsoftonline.com/<your directory’s id>/v2.0: an address for many organisations (common, organizations, consumers, {tenantid}) would let strangers in'
});
