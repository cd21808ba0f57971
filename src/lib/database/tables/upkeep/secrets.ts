/*
 * How far a change of a tenant's key has come. Only the module secrets/ names this table; the keys are in the keyring.
 */

export interface KeyRotationTable {
	/** 'council' or 'advocacy'. */
	tenant: string;
	/** The version of the key that everything is being sealed under. */
	version: number;
	began_at: string;
	/** When nothing was left under an older key. */
	ended_at: string | null;
	/** When the older keys were destroyed: no backup that needs them is kept any longer. */
	destroyed_at: string | null;
}

export interface SecretsTables {
	key_rotation: KeyRotationTable;
}
