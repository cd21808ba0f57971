import { accountEventsOf } from '#lib/auth/young/account-events.server.ts';
import { stopWaitingCard, waitingCardOf } from '#lib/auth/young/cards/waiting-cards.server.ts';
import { signDevicesOut } from '#lib/auth/young/devices.server.ts';
import { waysOf } from '#lib/auth/young/ways/ways-in.server.ts';
import { sessionsIn } from '#lib/auth/sessions.server.ts';
import { database } from '#lib/database/running.server.ts';
import { deviceIn } from '../../letting-in.server.ts';
import { signedIn } from '../signed-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

const AT_FIRST = 20;
const AT_MOST = 1000;

export const load: PageServerLoad = async ({ locals, url }) => {
	const { youngPerson, session } = signedIn(locals);
	const all = url.searchParams.has('all');
	const events = await accountEventsOf(database(), youngPerson, all ? AT_MOST : AT_FIRST + 1);
	return {
		newCard: await waitingCardOf(database(), youngPerson, new Date()),
		ways: await waysOf(database(), youngPerson),
		devices: await sessionsIn(database()).devicesOf(session.holder, new Date()),
		thisDevice: session.id,
		events: all ? events : events.slice(0, AT_FIRST),
		more: !all && events.length > AT_FIRST
	};
};

export const actions: Actions = {
	device: async ({ locals, request }) => {
		const { youngPerson } = signedIn(locals);
		const one = String((await request.formData()).get('device') ?? '');
		const gone = await signDevicesOut(database(), youngPerson, { one }, deviceIn(request), new Date());
		return { done: gone ? 'account:signedOut' : 'account:gone' };
	},
	others: async ({ locals, request }) => {
		const { youngPerson, session } = signedIn(locals);
		await signDevicesOut(database(), youngPerson, { allBut: session.id }, deviceIn(request), new Date());
		return { done: 'account:signedOutOthers' };
	},
	card: async ({ locals, request }) => {
		const { youngPerson } = signedIn(locals);
		const stopped = await stopWaitingCard(database(), youngPerson, deviceIn(request), new Date());
		return { done: `account:newCard.${stopped}` };
	}
};
