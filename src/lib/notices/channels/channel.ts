/*
 * What a channel is: it takes a message and says what became of it. It logs nothing: a message holds somebody's address.
 */
import type { Way } from '../choice.ts';

export interface Message {
	/** The notice's own id: under it a channel recognises what it has had before. */
	id: string;
	way: Way;
	/** An email address, a number, or the lines of an address. */
	to: string;
	/** Of an email; the first line of a letter. */
	subject: string;
	body: string;
	/** It was tried before, and may have gone out though nobody heard so. */
	triedBefore: boolean;
}

export type Sent =
	| { kind: 'sent' }
	/** For good: another try would be refused too. */
	| { kind: 'refused'; because: string }
	| { kind: 'not yet'; because: string };

export interface Channel {
	/** As administrators read it. */
	name: string;
	/** Nothing can be asked of it afterwards: one message at a time, so that a crash leaves one in doubt and not many. */
	oneAtATime?: true;
	/** Never throws: what went wrong is an outcome. `because` never holds an address. */
	send(message: Message): Promise<Sent>;
}

/** The channel of each way that this council can use. */
export type Channels = Partial<Record<Way, Channel>>;
