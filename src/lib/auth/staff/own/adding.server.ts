/*
 * A second factor being added to one's own account: what the page remembers, sealed, until it is confirmed.
 */
import { z } from 'zod';
import { underWay } from '../../under-way.server.ts';

/** The secret that the authenticator app was shown. Bound to the account: another's cookie confirms nothing here. */
export const addingGenerator = underWay('adding an app', z.object({ staffId: z.string(), secret: z.string() }));

/** The challenge that the new passkey answers. */
export const addingPasskey = underWay('adding a passkey', z.object({ staffId: z.string(), challenge: z.string() }));
