/*
 * Which keys may vanish from the copy when they are gone from the keyring: those that were destroyed on purpose. A key that
 * is gone for any other reason was lost, and the copy has it still.
 */

/** What is known of keys that were destroyed: who stands in the ledger as erased, and the tenants' keys there are now. */
export interface Known {
	erased: ReadonlySet<string>;
	tenants: readonly string[];
}

const versionIn = (name: string) => {
	const [, tenant, version] = /^tenant\/([a-z]+)(?:-(\d+))?$/.exec(name) ?? [];
	return tenant && tenant !== 'identity' ? { tenant, version: Number(version ?? 1) } : null;
};

/** Whether a key that the keyring no longer has was destroyed: its person erased, or a newer version of it in use. */
export function mayVanish(name: string, { erased, tenants }: Known): boolean {
	if (name.startsWith('person/')) return erased.has(name.slice('person/'.length));
	const gone = versionIn(name);
	return (
		gone !== null &&
		tenants.some((one) => {
			const held = versionIn(one);
			return held?.tenant === gone.tenant && held.version > gone.version;
		})
	);
}
