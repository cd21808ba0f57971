/*
 * Where "Leave quickly" leads: a page that anybody might have open. The council may choose another.
 */
import { z } from 'zod';

export const QUICK_EXIT_ADDRESS = 'https://www.bbc.co.uk/weather';

function leadsAway(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const { protocol, hostname, username, password, port } = new URL(text);
	const named = /^(?!.*\.(?:local|internal|localhost)$)(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]+$/u.test(hostname);
	return protocol === 'https:' && named && !username && !password && !port;
}

/** Another site, over https, that opens from anywhere; as a browser writes it, so that nothing in it ends an attribute. */
export const exitAddress = z
	.string()
	.trim()
	.max(200, 'Please choose a shorter address.')
	.refine(leadsAway, { error: 'Please write a whole address that everybody can open, beginning with https://' })
	.overwrite((text) => (URL.canParse(text) ? new URL(text).href.replaceAll("'", '%27') : text));
