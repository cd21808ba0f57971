import { redirect } from '@sveltejs/kit';
import { askedProvider, askProvider } from '#lib/auth/single-sign-on/provider.server.ts';
import { UNDER_WAY_COOKIE, UNDER_WAY_OPTIONS } from '#lib/auth/under-way.server.ts';
import { keyring } from '#lib/database/running.server.ts';
import { pathAfter } from '../../../letting-in.server.ts';
import type { PageServerLoad } from './$types';
import { backAddress, councilProvider } from './provider.server.ts';

export const load: PageServerLoad = async ({ url, cookies }) => {
	const now = new Date();
	const wanted = { to: pathAfter(url.searchParams.get('to')), again: url.searchParams.has('again') };
	const begun = await askProvider(councilProvider(), backAddress(url), wanted, now);
	if (begun.kind === 'down') return wanted;
	cookies.set(UNDER_WAY_COOKIE, askedProvider.seal(keyring(), begun.asked, now), UNDER_WAY_OPTIONS);
	redirect(303, begun.address);
};
