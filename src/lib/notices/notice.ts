/*
 * What notices there are, and to whom: kinds only. A notice never says what it is about; its words, in every language, are
 * in i18n/; writing one is in outbox.server.ts, sending in sending/.
 */

/** For a young person: something waits in their own page. */
export const YOUNG_NOTICES = ['new message', 'trying it out'] as const;

/** For staff: something waits behind their sign-in. */
export const STAFF_NOTICES = [
	'concern waiting',
	'concern escalated',
	'concern written to',
	'safeguarding lead added',
	'data request waiting',
	'data request overdue',
	'record damaged',
	'backup failed',
	'trying it out'
] as const;

export type YoungNotice = (typeof YOUNG_NOTICES)[number];
export type StaffNotice = (typeof STAFF_NOTICES)[number];

export type Notice = (
	| { to: { kind: 'young person'; id: string }; what: YoungNotice }
	| { to: { kind: 'staff'; id: string }; what: StaffNotice }
) & {
	/** What makes it one: "concern <id> waiting", "message <id>". Asked for twice, it goes out once. */
	once: string;
};
