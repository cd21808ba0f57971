import { escaped } from '#lib/auth/headers.ts';
import { database } from '#lib/database/running.server.ts';
import { noteFault } from '#lib/jobs/faults.server.ts';
import { VISIT_COOKIE, VISIT_COOKIE_OPTIONS } from '#lib/responses/visit.server.ts';
import { currentSettings } from '#lib/settings/settings.server.ts';
import { forgetComfort } from '../(open)/comfort/keeping.server.ts';
import { forgetTalking } from '../(open)/help/talk/visiting.server.ts';
import { letOut } from '../letting-in.server.ts';
import type { RequestHandler } from './$types';

// A redirect would be held back by form-action 'self'; a page that leaves at once is not, and works without script.
const leaving = (address: string) =>
	`<!doctype html><html lang="en"><title>Loading</title><meta http-equiv="refresh" content="0;url=${address}"><a href="${address}">Go on</a></html>`;

/** Leaves at once: signs out, ends the visit, clears the browser of us. Nothing that breaks on our side holds a child here. */
export const POST: RequestHandler = async ({ cookies }) => {
	await letOut(cookies).catch((fault: unknown) => noteFault('leave', '/leave', fault));
	cookies.delete(VISIT_COOKIE, VISIT_COOKIE_OPTIONS);
	forgetTalking(cookies);
	forgetComfort(cookies);
	const away = escaped((await currentSettings(database(), new Date()))['quick exit address']);
	return new Response(leaving(away), {
		headers: { 'Content-Type': 'text/html; charset=utf-8', 'Clear-Site-Data': '"cache", "cookies", "storage"' }
	});
};
