/*
 * Who may answer about one young person: a safeguarding lead who does not work with them, for they may be complaining about
 * just that lead. And whether there is one for everything that waits. The rule over roles is answerer.ts.
 */
import type { Actor } from '#lib/auth/actor.ts';
import { stateOf as accountState } from '#lib/auth/colleagues/colleague.ts';
import { colleaguesOf, type Colleague } from '#lib/auth/staff/accounts.server.ts';
import type { Database } from '#lib/database/schema.ts';
import { workersOf } from '#lib/people/workers/covering.server.ts';
import type { Health } from '#lib/settings/health.ts';
import { mayAnswer } from './answerer.ts';

/** Whether somebody has this young person in a caseload of theirs, whatever else they are. */
export async function worksWithThem(db: Database, actor: Actor, youngPersonId: string | null): Promise<boolean> {
	if ('commandLine' in actor || youngPersonId === null) return false;
	return (await workersOf(db, youngPersonId)).includes(actor.staffId);
}

/** Whether an actor may answer about them; `youngPersonId` null: somebody without an account, whom nobody here knows. */
export const mayAnswerAbout = async (db: Database, actor: Actor, youngPersonId: string | null): Promise<boolean> =>
	mayAnswer(actor) && !(await worksWithThem(db, actor, youngPersonId));

/** Every safeguarding lead with an account in use who may answer about them. */
export async function answerersAbout(db: Database, youngPersonId: string | null): Promise<Colleague[]> {
	const workers = youngPersonId === null ? [] : await workersOf(db, youngPersonId);
	return (await colleaguesOf(db, 'council')).filter(
		(one) => accountState(one) === 'in use' && one.roles.includes('safeguarding lead') && !workers.includes(one.id)
	);
}

/** Whether somebody may answer each request that waits; counts only, for administrators and the operator. */
export async function answerableHealth(db: Database): Promise<Health[]> {
	const what = 'Data requests';
	const waiting = await db
		.selectFrom('data_request')
		.select('young_person_id')
		.where('answered_at', 'is', null)
		.execute();
	let without = 0;
	for (const { young_person_id } of waiting) if ((await answerersAbout(db, young_person_id)).length === 0) without += 1;
	if (without === 0) return [{ what, state: 'good', words: 'Somebody may answer every request that waits.' }];
	const many = without === 1 ? '1 request waits' : `${without} requests wait`;
	return [
		{
			what,
			state: 'wrong',
			words: `${many} that no safeguarding lead may answer: there is none, or each of them works with the young person. Give the role to a colleague who does not, under Staff and roles.`
		}
	];
}
