/*
 * Comments on their way in, and sealed for their readers. Only the module comments/ names these tables.
 */
import type { Flag } from '../flag.ts';

export interface IntakeDayTable {
	day: string;
	public_key: string;
}

export interface CommentPieceTable {
	id: string;
	day: string;
	sealed: string;
}

export interface CommentTable {
	id: string;
	wave_id: string;
	version: string;
	question: string;
	day: string;
	language: string;
	may_quote: Flag;
	sealed: string;
	/** HMAC of the receipt's words. */
	receipt: string;
}

export interface CommentsTables {
	intake_day: IntakeDayTable;
	comment_piece: CommentPieceTable;
	comment: CommentTable;
}
