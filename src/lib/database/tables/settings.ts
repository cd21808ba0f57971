/*
 * What the council decides about itself. Only the module settings/ names these tables.
 */

export interface SettingTable {
	key: string;
	value: string;
}

export interface SettingsTables {
	setting: SettingTable;
}
