/*
 * The second file of the roster: what the statutory return lacks, keyed by CHILD. Reading and merging only;
 * sealing and keeping is details.server.ts.
 */
import { z } from 'zod';
import { readTable, type CsvFile, type TableRead } from './csv-table.ts';

const YES = ['yes', 'y', 'true', '1'];
const NO = ['no', 'n', 'false', '0'];

const text = z.string().max(500, { error: 'is longer than 500 characters' }).optional().default('');
const yesOrNo = z
	.string()
	.optional()
	.default('')
	.transform((given, context): boolean | null => {
		const word = given.toLowerCase();
		if (word === '') return null;
		if (YES.includes(word)) return true;
		if (NO.includes(word)) return false;
		context.addIssue({ code: 'custom', message: `"${given.slice(0, 40)}" is neither yes nor no` });
		return z.NEVER;
	});

const row = z.object({
	CHILD: z.string().min(1, { error: 'is empty' }),
	PREFERRED_NAME: text,
	IRO: text,
	SOCIAL_WORKER: text,
	TEAM: text,
	SCHOOL: text,
	LANGUAGE: text,
	INTERPRETER: yesOrNo,
	COMMUNICATION_NEEDS: text,
	DISABILITY: text,
	DISTRICT: text,
	MAY_BE_TOLD: text,
	ACCOUNT_WANTED: yesOrNo,
	OPTED_OUT: yesOrNo,
	ADDRESS_UNSAFE: yesOrNo
});

export type DetailsRow = z.output<typeof row>;

/** The columns a details file may have; only CHILD is needed. */
export const DETAILS_COLUMNS: readonly string[] = Object.keys(row.shape);

/** What is sealed together in one column, because it names or describes a child. */
export interface SealedDetails {
	preferredName: string | null;
	school: string | null;
	communicationNeeds: string | null;
	disability: string | null;
	/** Who may be told what, in the council's words. */
	mayBeTold: string | null;
}

export const NO_DETAILS: SealedDetails = {
	preferredName: null,
	school: null,
	communicationNeeds: null,
	disability: null,
	mayBeTold: null
};

/** Reads a details file; rows that cannot be taken are its faults. */
export function readDetails(file: CsvFile): TableRead<DetailsRow> {
	return readTable(file, row, ['CHILD']);
}

/** What is sealed after a row has been taken in: a blank cell leaves what is there. */
export function mergeDetails(before: SealedDetails, given: DetailsRow): SealedDetails {
	return {
		preferredName: given.PREFERRED_NAME || before.preferredName,
		school: given.SCHOOL || before.school,
		communicationNeeds: given.COMMUNICATION_NEEDS || before.communicationNeeds,
		disability: given.DISABILITY || before.disability,
		mayBeTold: given.MAY_BE_TOLD || before.mayBeTold
	};
}
