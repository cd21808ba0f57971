/*
 * Talk to someone: what a young person asks for, the thread with those who answer, and who was told when nobody looked.
 * Only the module concerns/ names these tables; nothing here may ever meet a survey's.
 */
import type { Flag } from '../flag.ts';

export interface ConcernTable {
	id: string;
	/** Null for who wrote without an account. */
	young_person_id: string | null;
	/** Of the code that somebody without an account reads the answer with; null for who has one. */
	selector: string | null;
	verifier_hash: string | null;
	made_at: string;
	/** Whom they want to talk to: see concerns/concern.ts. */
	wish: string;
	/** What it is about, as they chose it. */
	topic: string;
	/** 1 when it is about somebody who works with them: those never see it. */
	about_worker: Flag;
	/** staff.id of the worker they wished for who may see it too, fixed when it was sent; null for the safeguarding lead alone. */
	worker_id: string | null;
	/** Sealed JSON: their name, how and when it is safe, an address they gave. Their words are the first message. */
	given_sealed: string;
	/** The ISO day at whose end it must have been seen. */
	due_on: string;
	/** The ISO day at whose end what they wrote must have been answered; null when nothing of theirs waits for an answer. */
	answer_by: string | null;
	seen_at: string | null;
	seen_by: string | null;
	/** The first answer. */
	answered_at: string | null;
	/** staff.id of who looks after it. */
	assigned_to: string | null;
	closed_at: string | null;
	closed_by: string | null;
	/** Sealed: what was done, for the young person to read, and for the record; one entry a closing. See closing.ts. */
	closing_sealed: string | null;
	/** 1 when it was put on the child's record at the council: then the law says how long it stays. */
	on_file: Flag;
	/** Sealed: why it was put there, or taken off again. */
	on_file_sealed: string | null;
}

export interface ConcernMessageTable {
	id: string;
	concern_id: string;
	/** 1, 2, 3 … */
	place: number;
	at: string;
	/** 'young person' or 'staff'. */
	side: string;
	staff_id: string | null;
	words_sealed: string;
	/** When the other side first read it. */
	read_at: string | null;
}

export interface ConcernEscalationTable {
	concern_id: string;
	/** The ISO day of the clock that ran out: whatever is written again has a clock of its own. */
	due_on: string;
	/** 1 when the clock ran out, 2 a working day later, and so on. */
	level: number;
	at: string;
	/** Who was told; null when nobody is named: then every administrator is told so. */
	to_staff_id: string | null;
	/** Which clock it was: 'reading' or 'an answer'. */
	waits_for: string;
}

export interface ConcernsTables {
	concern: ConcernTable;
	concern_message: ConcernMessageTable;
	concern_escalation: ConcernEscalationTable;
}
