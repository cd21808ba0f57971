/*
 * What is wrong with how an answer may be used: its headers, its cookies, and what its page holds. Each fault is a
 * sentence; no request is made here.
 */

/** What every answer says, page, file or refusal. */
const EVERYWHERE: Readonly<Record<string, RegExp>> = {
	'x-content-type-options': /^nosniff$/,
	'referrer-policy': /^same-origin$/,
	'cross-origin-opener-policy': /^same-origin$/,
	'cross-origin-resource-policy': /^same-origin$/,
	'strict-transport-security': /^max-age=(?:[3-9]\d{7}|\d{9,})\b/,
	'permissions-policy': /camera=\(\).*geolocation=\(\).*microphone=\(\)/
};

/** What tells an attacker what to try. */
const TELLING = ['server', 'x-powered-by', 'access-control-allow-origin'];

const POLICY: Readonly<Record<string, string>> = {
	'default-src': "'self'",
	'script-src': "'self'",
	'style-src': "'self'",
	'object-src': "'none'",
	'base-uri': "'none'",
	'form-action': "'self'",
	'frame-ancestors': "'none'"
};

function policyFaults(header: string): string[] {
	const directives = new Map(
		header.split(/;\s*/).map((one): [string, string] => {
			const [name = '', ...values] = one.trim().split(/\s+/);
			return [name, values.join(' ')];
		})
	);
	const faults = /unsafe-inline|unsafe-eval|https?:|(?:^|\s)\*/.test(header) ? [`a loose policy: ${header}`] : [];
	// Stricter than a page needs: nothing at all.
	if (directives.get('default-src') === "'none'")
		return directives.get('frame-ancestors') === "'none'" ? faults : [...faults, 'may be framed'];
	for (const [name, value] of Object.entries(POLICY))
		if (directives.get(name) !== value) faults.push(`${name} is ${directives.get(name) ?? 'missing'}, not ${value}`);
	return faults;
}

/** Faults of an answer of the pages' side: kept nowhere, run from nowhere else, framed by nobody. */
export function answerFaults(headers: Headers): string[] {
	const faults = headerFaults(headers);
	if (headers.get('cache-control') !== 'no-store') faults.push(`cache-control is ${headers.get('cache-control')}`);
	faults.push(...policyFaults(headers.get('content-security-policy') ?? ''));
	return faults;
}

/** Faults of any answer at all. */
export function headerFaults(headers: Headers): string[] {
	const wrong = Object.entries(EVERYWHERE).filter(([name, right]) => !right.test(headers.get(name) ?? ''));
	return [
		...wrong.map(([name]) => `${name} is ${headers.get(name)}`),
		...TELLING.filter((name) => headers.has(name)).map((name) => `says ${name}: ${headers.get(name)}`)
	];
}

/** Cookies by name: where each goes. */
const COOKIES: Readonly<Record<string, string>> = {
	'__Host-session': '/',
	'__Host-under-way': '/',
	'__Host-comfort': '/',
	'__Secure-survey': '/survey',
	'__Secure-talk': '/help/talk',
	'__Secure-talk-answer': '/help/talk',
	'__Secure-complaint': '/help/data'
};

/** Faults of one `Set-Cookie` line. */
export function cookieFaults(line: string): string[] {
	const [pair = '', ...rest] = line.split(/;\s*/);
	const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
	const attributes = new Map(
		rest.map((one): [string, string] => {
			const [key = '', said = ''] = one.split('=');
			return [key.toLowerCase(), said];
		})
	);
	const faults: string[] = [];
	if (!Object.hasOwn(COOKIES, name)) faults.push('is not one of ours');
	if (attributes.get('path') !== COOKIES[name]) faults.push(`goes to ${attributes.get('path')}`);
	for (const flag of ['secure', 'httponly']) if (!attributes.has(flag)) faults.push(`is not ${flag}`);
	if (!/^(?:lax|strict)$/i.test(attributes.get('samesite') ?? '')) faults.push('goes along from other sites');
	if (attributes.has('domain')) faults.push('goes to other hosts');
	const deleted = attributes.get('max-age') === '0';
	if (!deleted && (attributes.has('max-age') || attributes.has('expires'))) faults.push('outlives the browser');
	if (deleted && value !== '') faults.push('keeps its value when it is taken away');
	return faults.map((fault) => `${name} ${fault}`);
}

/** Faults inside a page: scripts and styles of its own, addresses that say a name. */
export function pageFaults(html: string, names: readonly string[]): string[] {
	const faults: string[] = [];
	for (const [tag] of html.matchAll(/<script\b[^>]*>/g))
		if (!/\bsrc="/.test(tag)) faults.push(`an inline script ${tag}`);
	for (const [tag] of html.matchAll(/<[a-z][^>]*\s(?:on[a-z]+|style)="[^"]*"[^>]*>/g))
		if (!tag.includes('style="display: contents"')) faults.push(`script or style in ${tag.slice(0, 80)}`);
	if (/<style\b/.test(html)) faults.push('an inline style sheet');
	for (const [, address = ''] of html.matchAll(/\b(?:href|src|action|formaction)="([^"]*)"/g)) {
		if (/^(?:https?:)?\/\//.test(address) && /\b(?:src|action)=/.test(address)) faults.push(`asks ${address}`);
		// An authenticator app is told whose code it shows; that address leaves no device.
		for (const name of address.startsWith('otpauth:') ? [] : names)
			if (decodeURIComponent(address).toLowerCase().includes(name.toLowerCase())) faults.push(`a name in ${address}`);
	}
	return faults;
}

/** Titles that say nothing to whoever looks over a shoulder or at the history. */
export function titleFaults(path: string, html: string): string[] {
	const theirs = /^\/(?:$|survey|me|join|help|sign-in(?!\/(?:staff|again)))/.test(path);
	const title = /<title>([^<]*)<\/title>/.exec(html)?.[1];
	return theirs && title !== 'Earshot' ? [`the title is “${title}”`] : [];
}
