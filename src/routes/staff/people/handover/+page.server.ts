import { error, fail } from '@sveltejs/kit';
import type { SignedIn } from '#lib/auth/actor.ts';
import { theServer } from '#lib/database/running.server.ts';
import { mayHandOver } from '#lib/people/caseload.ts';
import { maySetCover } from '#lib/people/workers/cover.ts';
import { checkHandover, handableBy, handOverCaseload, handoverChoices } from '#lib/people/workers/handovers.server.ts';
import { takeableBackBy, takeBack } from '#lib/people/workers/takings-back.server.ts';
import type { Actions, PageServerLoad } from './$types';

function handingOver({ actor }: App.Locals): SignedIn {
	if (!actor || !mayHandOver(actor, actor.staffId)) error(404, 'There is nothing here.');
	return actor;
}

export const load: PageServerLoad = async ({ locals, url }) => {
	const actor = handingOver(locals);
	const { db, keyring } = theServer();
	const [from = '', role = ''] = (url.searchParams.get('caseload') ?? '').split('.');
	const now = new Date();
	const caseloads = await handableBy(db, actor);
	const choices = from ? await handoverChoices(db, keyring, actor, { from, role }, now, caseloads) : null;
	const takeable = await takeableBackBy(db, actor, now);
	return { caseloads, choices, takeable, maySetCover: maySetCover(actor, actor.staffId) };
};

function givenIn(form: FormData) {
	const text = (name: string) => String(form.get(name) ?? '');
	const chosen = text('which') === 'some' ? form.getAll('chosen').map(String) : null;
	return { from: text('from'), role: text('role'), to: text('to'), chosen };
}

export const actions: Actions = {
	check: async ({ locals, request }) => {
		const { db, keyring } = theServer();
		const given = givenIn(await request.formData());
		const checked = await checkHandover(db, keyring, handingOver(locals), given, new Date());
		if (checked.kind === 'not theirs') error(404, 'There is nothing here.');
		return checked.kind === 'wrong' ? fail(422, checked) : checked;
	},
	handover: async ({ locals, request }) => {
		const { db, keyring } = theServer();
		const given = givenIn(await request.formData());
		const handed = await handOverCaseload(db, keyring, handingOver(locals), given, new Date());
		if (handed.kind === 'not theirs') error(404, 'There is nothing here.');
		return handed.kind === 'wrong' ? fail(422, handed) : handed;
	},
	back: async ({ locals, request }) => {
		const place = Number((await request.formData()).get('handover'));
		return takeBack(theServer().db, handingOver(locals), place, new Date());
	}
};
