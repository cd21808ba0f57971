import type { RequestHandler } from './$types';

/** "I am still here": the hook has read the session and noted its use, which is all there is to do. */
export const POST: RequestHandler = () => new Response(null, { status: 204 });
