/*
 * Notices on their way out, and how each young person wants theirs. No content and no address is readable here.
 * Only the module notices/ names these tables.
 */

export interface NoticeTable {
	id: string;
	/** What makes it one notice: asked for twice under the same words, it is sent once. */
	once: string;
	/** 'staff' (staff.id) or 'young person' (young_person.id). */
	recipient_kind: string;
	recipient_id: string;
	/** Which of the texts: see notices/notice.ts. */
	what: string;
	made_at: string;
	/** Not before this instant: quiet hours and retries move it. */
	due_at: string;
	/** 'waiting', 'sending', 'sent', 'not sent' (nobody may or wants to get it: `because` says why) or 'dead'. */
	state: string;
	channel: string | null;
	attempts: number;
	leased_by: string | null;
	leased_until: string | null;
	ended_at: string | null;
	/** In words without content: why it was not sent, or what the channel answered last. */
	because: string | null;
}

export interface NoticeChoiceTable {
	young_person_id: string;
	/** 'none', 'email', 'text' or 'letter'; without a row it is 'none'. */
	channel: string;
	address_sealed: string | null;
	/** Hours of the day in London, 0 to 23: nothing is sent from the first until the second. The same twice: never quiet. */
	quiet_from: number;
	quiet_to: number;
	changed_at: string;
}

export interface NoticesTables {
	notice: NoticeTable;
	notice_choice: NoticeChoiceTable;
}
