/*
 * How keys stand, for `earshot keys doctor` and `earshot doctor`: one list of findings. It looks and never changes
 * anything; what to do is in its words.
 */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { lostIntakeDays } from '#lib/comments/intake.server.ts';
import { sqlitePath } from '#lib/database/handle.server.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Configuration } from '#lib/settings/configuration.server.ts';
import type { Health } from '#lib/settings/health.ts';
import { canBeCounted } from '#lib/waves/wave-keys.server.ts';
import { openWaves } from '#lib/waves/waves.server.ts';
import { advocacyPublicKey, isCouncilsKeyring, opensWhatIsSealed, trustedKey } from '../advocacy.server.ts';
import { folderHealth } from './folder.server.ts';
import { openingHealth, ownersHealth, versionsHealth, type Looking } from './records.server.ts';
import { fileOf, openKeyring, type Keyring } from '../keyring.server.ts';
import { pairingOf } from '../pairing.server.ts';
import { currentVersion, tenantKeyName } from '../records.server.ts';
import { latestRotation } from '../rotation/rotating.server.ts';

/** Once a year at least; sooner when somebody leaves who could reach the keyring. */
const LONGEST_DAYS = 365;
const DAY_MS = 86_400_000;

type Settings = Pick<Configuration, 'keyring' | 'databaseUrl' | 'ledger' | 'advocacyKeyring' | 'nextMasterKey'>;

async function pairingHealth(db: Database, keyring: Keyring): Promise<Health> {
	const what = 'Keyring of this database';
	const pairing = await pairingOf(db, keyring);
	if (pairing === 'paired') return { what, state: 'good', words: 'They belong together.' };
	return { what, state: 'wrong', words: `They do not belong together (${pairing}). Check EARSHOT_KEYRING.` };
}

async function rotationHealth(db: Database, keyring: Keyring, folder: string, now: Date): Promise<Health> {
	const what = 'Age of the council’s key';
	const rotation = await latestRotation(db, 'council');
	if (rotation && rotation.ended_at === null) {
		const words = `A change of the key began on ${rotation.began_at.slice(0, 10)} and has not ended. Run "earshot keys rotate": it goes on where it was.`;
		return { what, state: 'warning', words };
	}
	const version = currentVersion(keyring, 'council');
	const drawn = statSync(fileOf(folder, tenantKeyName('council', version)), { throwIfNoEntry: false });
	const since = rotation ? Date.parse(rotation.began_at) : (drawn?.mtimeMs ?? now.getTime());
	const days = Math.floor((now.getTime() - since) / DAY_MS);
	if (days > LONGEST_DAYS)
		return { what, state: 'warning', words: `${days} days. Change it once a year: "earshot keys rotate".` };
	return { what, state: 'good', words: days === 1 ? '1 day.' : `${Math.max(days, 0)} days.` };
}

async function surveyKeysHealth(db: Database, keyring: Keyring): Promise<Health[]> {
	const lost: string[] = [];
	const waves = await openWaves(db);
	for (const { id, testSeal } of waves) {
		const whole = await canBeCounted(keyring, id, testSeal).catch(() => false);
		if (!whole) lost.push(id);
	}
	const days = await lostIntakeDays(db, keyring);
	return [
		lost.length === 0
			? { what: 'Keys of open waves', state: 'good', words: `${waves.length} open, each can be counted.` }
			: {
					what: 'Keys of open waves',
					state: 'wrong',
					words: `${lost.join(', ')} cannot be counted. Put the key back from its two halves: "earshot wave recover".`
				},
		days.length === 0
			? { what: 'Keys of comments on their way', state: 'good', words: 'Whatever came in can be collected.' }
			: {
					what: 'Keys of comments on their way',
					state: 'wrong',
					words: `The keys of ${days.join(', ')} are not there: comments of those days cannot be read.`
				}
	];
}

function masterKeyHealth({ nextMasterKey }: Settings): Health[] {
	if (!nextMasterKey) return [];
	const words =
		'EARSHOT_MASTER_KEY_NEXT is set. Finish it: "earshot keys new-master", then make it EARSHOT_MASTER_KEY and take NEXT away.';
	return [{ what: 'Master key is being changed', state: 'warning', words }];
}

function ledgerHealth(keyring: Keyring, folder: string): Health {
	const what = 'Key of the ledger';
	const lost = existsSync(join(folder, 'ledger.jsonl')) && !keyring.has('ledger/key');
	if (lost) return { what, state: 'wrong', words: 'It is not there: nobody can tell whether the ledger was changed.' };
	return { what, state: 'good', words: 'It is there.' };
}

function advocacyHealth(keyring: Keyring, { advocacyKeyring, keyring: folder }: Settings): Health[] {
	const trusts: Health = {
		what: 'Advocacy service’s public key',
		state: 'good',
		words: trustedKey(keyring)
			? 'One is trusted: what is for an advocate is sealed to it.'
			: 'None is trusted: young people are shown the service’s phone number. "earshot keys advocacy trust" takes one.'
	};
	if (!advocacyKeyring) return [trusts];
	const service = openKeyring(advocacyKeyring.folder, advocacyKeyring.masterKey);
	const what = 'Advocacy service’s own keyring';
	if (isCouncilsKeyring(service) || advocacyKeyring.folder === folder)
		return [
			trusts,
			{ what, state: 'wrong', words: 'It is a council’s keyring. Give the service a folder of its own.' }
		];
	if (!advocacyPublicKey(service))
		return [trusts, { what, state: 'warning', words: 'It holds no keys yet: run "earshot keys advocacy make".' }];
	if (!opensWhatIsSealed(service, keyring))
		return [trusts, { what, state: 'wrong', words: 'It does not open what the council seals: trust its public key.' }];
	return [trusts, { what, state: 'good', words: 'It opens what the council seals for it.' }];
}

/** One finding, or what stopped it from being found. */
async function found(what: string, look: () => Promise<Health | Health[]> | Health | Health[]): Promise<Health[]> {
	try {
		return [await look()].flat();
	} catch (fault) {
		return [{ what, state: 'wrong', words: fault instanceof Error ? fault.message : String(fault) }];
	}
}

/** Everything about keys that can be looked at: what is wrong comes with what to do. A sample of records unless `all`. */
export async function keysHealth(
	db: Database,
	keyring: Keyring,
	settings: Settings,
	now: Date,
	looking: Looking = {}
): Promise<Health[]> {
	const { keyring: folder, databaseUrl, ledger } = settings;
	const database = databaseUrl.startsWith('file:') ? sqlitePath(databaseUrl) : null;
	return [
		...(await found('Keyring of this database', () => pairingHealth(db, keyring))),
		...(await found('Keyring on the disk', () => folderHealth(folder, database))),
		...masterKeyHealth(settings),
		...(await found('Versions of the key', () => versionsHealth(db, keyring, 'council'))),
		...(await found('Sealed records open', () => openingHealth(db, keyring, 'council', looking))),
		...(await found('Young people’s own keys', () => ownersHealth(db, keyring, 'council'))),
		...(await found('Keys of open waves', () => surveyKeysHealth(db, keyring))),
		...(await found('Key of the ledger', () => ledgerHealth(keyring, ledger))),
		...(await found('Advocacy service’s public key', () => advocacyHealth(keyring, settings))),
		...(await found('Age of the council’s key', () => rotationHealth(db, keyring, folder, now)))
	];
}
