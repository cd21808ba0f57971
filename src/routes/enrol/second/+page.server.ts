import { fail, type RequestEvent } from '@sveltejs/kit';
import { generatorPicture } from '#lib/auth/staff/own/generator-pictures.server.ts';
import { withGenerator } from '#lib/auth/staff/enrolling.server.ts';
import { checkNewPasskey, registrationOptions } from '#lib/auth/passkeys/making.server.ts';
import { passkeyName } from '#lib/auth/staff/own/second-factors.server.ts';
import { database } from '#lib/database/running.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { goOn, keep, underWayAt } from '../going-on.server.ts';

const PATH = '/enrol/second';

export const load: PageServerLoad = async ({ cookies, url }) => {
	const now = new Date();
	const { enrolment, person } = await underWayAt(PATH, cookies, now);
	const names = { userName: person.email, displayName: person.name };
	const holder = { kind: 'staff', id: enrolment.staffId } as const;
	const { options, challenge } = await registrationOptions(database(), url.origin, holder, names);
	keep(cookies, { ...enrolment, challenge }, now);
	const picture = await generatorPicture(enrolment.generatorSecret, person.email);
	return { picture, passkey: options };
};

export const actions: Actions = {
	code: async ({ cookies, request }: RequestEvent) => {
		const now = new Date();
		const { enrolment } = await underWayAt(PATH, cookies, now);
		const form = await request.formData();
		const confirmed = withGenerator(enrolment, String(form.get('code') ?? ''), now);
		return confirmed ? goOn(cookies, confirmed, now) : fail(422, { wrong: 'code' as const });
	},
	passkey: async ({ cookies, request, url }: RequestEvent) => {
		const now = new Date();
		const { enrolment } = await underWayAt(PATH, cookies, now);
		const form = await request.formData();
		const [answer, name] = ['answer', 'name'].map((field) => String(form.get(field) ?? '')) as [string, string];
		const passkey = await checkNewPasskey(url.origin, enrolment.challenge ?? '', answer);
		if (!passkey) return fail(422, { wrong: 'passkey' as const });
		goOn(cookies, { ...enrolment, factor: { kind: 'passkey', passkey, name: passkeyName(name) } }, now);
	}
};
