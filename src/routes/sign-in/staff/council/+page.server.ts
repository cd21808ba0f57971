import { redirect } from '@sveltejs/kit';
import { askedProvider, askProvider } from '#lib/auth/single-sign-on/provider.server.ts';
import { pathAfter } from '../../../letting-in.server.ts';
import type { PageServerLoad } from './$types';
import { backAddress, councilProvider } from './provider.server.ts';
import { remember } from '../../../under-way.server.ts';

export const load: PageServerLoad = async ({ url, cookies }) => {
	const now = new Date();
	const wanted = { to: pathAfter(url.searchParams.get('to')), again: url.searchParams.has('again') };
	const begun = await askProvider(councilProvider(), backAddress(url), wanted, now);
	if (begun.kind === 'down') return wanted;
	remember(cookies, askedProvider, begun.asked, now);
	redirect(303, begun.address);
};
