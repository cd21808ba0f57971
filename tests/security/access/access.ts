/*
 * What a line of the table says: who may use a route, written down a second time, by hand and apart from the sources.
 */
import type { Comer, ObjectKind } from '../inhabitants.ts';

/** Whether somebody finds every object behind a route, or only what is theirs. */
export type Reach = 'all' | 'own';
export type People = Readonly<Partial<Record<Comer, Reach>>>;

/** An action that is not for everybody who reads its page, or whose object is named by the form. */
export interface Action {
	for?: People;
	object?: ObjectKind;
	/** What is sent, with the id of the object in it. */
	body?: (id: string) => string;
	/** True where another's object is told to be gone, in the page's own words; nothing may have changed. */
	told?: true;
}

export interface Access {
	/** Who finds something here. Others of the area find nothing (404); everybody else is turned away. */
	for: 'everybody' | People;
	/** What the parameter of the address stands for; a text is simply put there, several one after the other. */
	object?: ObjectKind | { text: string | readonly string[] };
	/** Form actions, by name. */
	actions?: Readonly<Record<string, 'same' | Action>>;
	/** Methods of an endpoint. */
	methods?: readonly string[];
	/** True where a proof of who it is must be younger than five minutes. */
	proof?: true;
	/** True where what is not theirs leads back to the page before (303) instead of saying that nothing is there. */
	leadsBack?: true;
	/** True where work goes on after the answer. */
	goesOn?: true;
	/** True where the house under test has nothing to show, because it is set up without. */
	absent?: true;
}

export type Table = Readonly<Record<string, Access>>;

/** All of them, whatever is theirs. */
export const all = (...comers: readonly Comer[]): People =>
	Object.fromEntries(comers.map((comer) => [comer, 'all' as const]));

/** These only what is their own. */
export const own = (...comers: readonly Comer[]): People =>
	Object.fromEntries(comers.map((comer) => [comer, 'own' as const]));
