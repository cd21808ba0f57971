import { beginEnrolling } from '#lib/auth/staff/enrolling.server.ts';
import { openEnrolment } from '#lib/auth/staff/enrolments.server.ts';
import { database, keyring } from '#lib/database/running.server.ts';
import { refused } from '../sign-in/staff/refused.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { goOn } from './going-on.server.ts';

const NOTICES = ['late', 'ended'] as const;

export const load: PageServerLoad = ({ url }) => {
	const notice = url.searchParams.get('notice');
	return { notice: NOTICES.find((one) => one === notice) ?? null };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await event.request.formData();
		const now = new Date();
		const typed = String(form.get('code') ?? '').slice(0, 100);
		const opened = await openEnrolment(database(), keyring(), typed, now);
		if (opened.kind !== 'right') return refused(event, opened, now, {});
		const { staffId, selector } = opened.row;
		goOn(event.cookies, beginEnrolling({ staffId, selector }), now);
	}
};
