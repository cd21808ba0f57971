/*
 * A process that writes sealed records without end, as a server does while its key is changed: adds them and changes them,
 * and says on its output what was committed. It ends when its input does.
 */
import { openDatabase } from '#lib/database/handle.server.ts';
import { keyringOf } from '#lib/secrets/keyring.server.ts';
import { sealRecord } from '#lib/secrets/records.server.ts';
import { readConfiguration } from '#lib/settings/configuration.server.ts';

const [, , own = '', wave = ''] = process.argv;
const KEPT = 150;

const read = readConfiguration();
if (read.kind === 'incomplete') throw new Error(read.faults.join());
const db = openDatabase(read.configuration.databaseUrl);
const keyring = keyringOf(read.configuration);
let running = true;
process.stdin.on('end', () => (running = false)).resume();

for (let n = 0; running; n += 1) {
	const id = `${own}-${n % KEPT}`;
	const text = `words ${own} ${n}`;
	const sealed = sealRecord(keyring, { table: 'comment', id, column: 'sealed' }, text);
	const row = { id, wave_id: wave, version: '11-17', question: 'q', day: '2027-03-01', language: 'en' };
	await db
		.insertInto('comment')
		.values({ ...row, may_quote: 0, sealed, receipt: id })
		.onConflict((conflict) => conflict.column('id').doUpdateSet({ sealed }))
		.execute();
	console.log(JSON.stringify([id, text]));
	await new Promise((go) => setTimeout(go, 2));
}
await db.destroy();
