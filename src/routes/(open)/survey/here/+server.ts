import type { RequestHandler } from './$types';
import { stayInVisit } from '../visiting.server.ts';

/** "I am still here": the visit's quiet time starts again, which is all there is to do. */
export const POST: RequestHandler = ({ cookies }) => new Response(null, { status: stayInVisit(cookies) ? 204 : 410 });
