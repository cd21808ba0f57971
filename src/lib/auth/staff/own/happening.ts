/*
 * What happened with a member of staff's account, in a sentence that they understand. Which events there are is audit/event.ts.
 */

export interface Happening {
	at: string;
	actorKind: string;
	actorName: string;
	what: string;
	detail: Readonly<Record<string, string | number | boolean | null>>;
}

const SENTENCES: Readonly<Record<string, (detail: Happening['detail']) => string>> = {
	'signed in': ({ means, device }) =>
		`You signed in${means ? ` (${String(means)})` : ''}${device ? `: ${String(device)}` : ''}.`,
	'sign-in locked': ({ step }) =>
		`Somebody was wrong too often with ${step === 'password' ? 'your password' : 'your code, after your right password'}, so the door was shut for ${step === 'second factor, all day' ? 'a day' : 'five minutes'}.`,
	'second factor changed': ({ factor, change }) => `You changed how you sign in: ${String(factor)} ${String(change)}.`,
	'password changed': () => 'You changed your password.',
	'device signed out': ({ all }) => (all ? 'You signed out all other devices.' : 'You signed out a device.'),
	enrolled: () => 'You set up your account.'
};

/** One sentence; what somebody else did names them. */
export function happeningInWords({ what, detail, actorKind, actorName }: Happening): string {
	const sentence = SENTENCES[what]?.(detail);
	if (sentence) return sentence;
	const words = what.charAt(0).toUpperCase() + what.slice(1);
	return actorKind === 'staff' || actorKind === 'command line' ? `${words}, by ${actorName}.` : `${words}.`;
}

/** What somebody must look at twice: it may not have been them. */
export const isAlarming = ({ what }: Pick<Happening, 'what'>): boolean => what === 'sign-in locked';
