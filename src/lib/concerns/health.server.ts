/*
 * Whether a young person who writes is heard: somebody is safeguarding lead, somebody is named for when nobody looks, and
 * nothing lies unread or unanswered. Counts and roles only, for administrators and the operator.
 */
import { stateOf as accountState } from '#lib/auth/colleagues/colleague.ts';
import { colleaguesOf } from '#lib/auth/staff/accounts.server.ts';
import { dayOf } from '#lib/calendar/day.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Health } from '#lib/settings/health.ts';
import { lateFor, type WaitsFor } from './concern.ts';
import { namedNow } from './going-up/naming.server.ts';

async function leadHealth(db: Database): Promise<Health> {
	const what = 'Safeguarding lead';
	const leads = (await colleaguesOf(db, 'council')).filter(
		(one) => one.roles.includes('safeguarding lead') && accountState(one) === 'in use'
	);
	if (leads.length === 0)
		return {
			what,
			state: 'wrong',
			words:
				'Nobody with an account in use is safeguarding lead, so nobody reads what young people send. Give somebody the role today, under Staff and roles.'
		};
	if (leads.length === 1)
		return {
			what,
			state: 'warning',
			words:
				'Only one colleague is safeguarding lead. Give a second one the role, so that no message waits for one person.'
		};
	return { what, state: 'good', words: `${leads.length} colleagues are safeguarding leads.` };
}

async function namedHealth(db: Database): Promise<Health> {
	const what = 'Whom a message goes up to';
	const { named, able, gone } = await namedNow(db);
	const [lost] = gone.map((step) => named[step]?.name);
	if (able.first === null && able.second === null)
		return {
			what,
			state: 'wrong',
			words: lost
				? `${lost} is named, but cannot be told any more: their account is closed, or their role has changed. Name somebody else under Talk to someone.`
				: 'Nobody is named for a message that no safeguarding lead has read in time. Name two people under Talk to someone.'
		};
	if (lost)
		return {
			what,
			state: 'wrong',
			words: `${lost} is named, but cannot be told any more. The other one is told instead. Name somebody else under Talk to someone.`
		};
	if (able.first === null || able.second === null)
		return {
			what,
			state: 'warning',
			words: 'Only one colleague is named. Name a second one, for when the first is away.'
		};
	return { what, state: 'good', words: `${named.first?.name}, then ${named.second?.name}.` };
}

/** Open concerns whose clock for one of the two has run out, with whether somebody was told. */
async function lateOnes(db: Database, waitsFor: WaitsFor, now: Date) {
	const today = dayOf(now);
	const rows = await db
		.selectFrom('concern')
		.leftJoin('concern_escalation', (join) =>
			join
				.onRef('concern_escalation.concern_id', '=', 'concern.id')
				.onRef('concern_escalation.due_on', '=', waitsFor === 'reading' ? 'concern.due_on' : 'concern.answer_by')
				.on('concern_escalation.level', '=', 1)
		)
		.select(['concern.seen_at', 'concern.due_on', 'concern.answer_by', 'concern_escalation.level'])
		.where('closed_at', 'is', null)
		.execute();
	return rows.filter((row) => lateFor(row, today)?.waitsFor === waitsFor);
}

const LATE: Readonly<Record<WaitsFor, { what: string; good: string; todo: string }>> = {
	reading: {
		what: 'Messages read in time',
		good: 'Nothing that young people sent waits unread for too long.',
		todo: 'Ask a safeguarding lead to look now.'
	},
	'an answer': {
		what: 'Messages answered in time',
		good: 'Nothing that young people sent waits for an answer for too long.',
		todo: 'Ask a safeguarding lead to answer now.'
	}
};

async function lateHealth(db: Database, waitsFor: WaitsFor, now: Date): Promise<Health> {
	const { what, good, todo } = LATE[waitsFor];
	const late = await lateOnes(db, waitsFor, now);
	if (late.length === 0) return { what, state: 'good', words: good };
	const many = late.length === 1 ? '1 message is' : `${late.length} messages are`;
	const unsaid = late.filter(({ level }) => level === null).length;
	return {
		what,
		state: 'wrong',
		words:
			unsaid > 0
				? `${many} late, and ${unsaid === late.length ? 'nobody was told' : `of ${unsaid} nobody was told`}. Look whether the server does its own work. ${todo}`
				: `${many} late, and went up. ${todo}`
	};
}

/** How it is with “Talk to someone” at an instant. */
export async function concernsHealth(db: Database, now: Date): Promise<Health[]> {
	return [
		await leadHealth(db),
		await namedHealth(db),
		await lateHealth(db, 'reading', now),
		await lateHealth(db, 'an answer', now)
	];
}
