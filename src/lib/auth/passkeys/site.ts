/*
 * Where passkeys belong and whose they say they are, as the browser and the device name both.
 */

/** The key belongs to the host; the origin is what the browser says it was at. */
export const siteOf = (origin: string) => ({
	expectedOrigin: new URL(origin).origin,
	expectedRPID: new URL(origin).hostname
});

/** How a device knows the holder: kind and id, nothing personal. */
export const handleOf = ({ kind, id }: { kind: string; id: string }) => Buffer.from(`${kind}:${id}`);
