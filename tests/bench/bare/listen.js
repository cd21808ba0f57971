// Serves the bare app as plainly as ours is served.
import { createServer } from 'node:http';
import { handler } from '../../output/bare/handler.js';

createServer(handler).listen(Number(process.env.PORT), '127.0.0.1');
