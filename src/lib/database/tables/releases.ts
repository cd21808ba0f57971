/*
 * The frozen release: all that the Committee's pages read. Only the module releases/ names these tables.
 */

export interface ReleaseTable {
	id: string;
	wave_id: string;
	wave_name: string;
	/** 'answers'; themes later. */
	kind: string;
	made_on: string;
	made_by: string;
	/** JSON: see releases/certificate.ts. */
	certificate: string;
}

export interface ReleaseVersionTable {
	release_id: string;
	version: string;
	edition: string;
	eligible: number;
	/** Answered, to the nearest 5. */
	answered: number;
}

export interface ReleaseValueTable {
	release_id: string;
	version: string;
	question: string;
	indicator: string | null;
	option: string;
	/** Place in the published order, from 0. */
	place: number;
	status: string;
	percent: number | null;
	band: string | null;
	base: number | null;
}

export interface ReleasesTables {
	release: ReleaseTable;
	release_version: ReleaseVersionTable;
	release_value: ReleaseValueTable;
}
