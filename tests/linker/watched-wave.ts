/*
 * A whole wave of one version run through the operations while an attacker copies everything along the way.
 * Who answered what, and in which order, is known here as the truth to measure guesses by.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collectComments, openComment } from '#lib/comments/collecting.server.ts';
import { decryptedBackup } from '../data/decrypted-backup.ts';
import { submitBallot } from '#lib/responses/ballots.server.ts';
import { enterCode } from '#lib/responses/codes.server.ts';
import { keepPage } from '#lib/responses/drafts.server.ts';
import { startInOneGo } from '#lib/responses/returning.server.ts';
import { openKeyring, type Keyring } from '#lib/secrets/keyring.server.ts';
import { COUNCIL_KEY } from '#lib/secrets/records.server.ts';
import { randomId } from '#lib/secrets/envelope.ts';
import { shuffled } from '#lib/secrets/shuffle.server.ts';
import { questionnaireOf } from '#lib/surveys/questionnaire.ts';
import { closeWave } from '#lib/waves/closing.server.ts';
import { waveKeys } from '#lib/waves/wave-keys.server.ts';
import type { Opened } from '../databases.ts';
import { inviteYoungPeople, openedWave, OPERATOR } from '../waves/opened.ts';
import { copyBytes, readRows, type Copied, type SeenRow } from './surfaces.ts';

const TODAY = '2027-03-01';
const COPY_EVERY = 2;

export interface WatchedWave {
	waveId: string;
	/** Selectors in the order in which their codes were spent: given to the attacker. */
	order: string[];
	/** The pair of steps that makes each ballot's answers unlike any other's, by selector. */
	answersOf: Map<string, string>;
	/** The words of those who wrote, by selector. */
	wordsOf: Map<string, string>;
	copies: Copied[];
	/** At the end of the fieldwork, before the count. */
	ballots: SeenRow[];
	spent: SeenRow[];
	/** The wave's private key: only the control may use it. */
	privateKey: Buffer;
	/** A backup from the middle of the wave; empty on PostgreSQL. */
	backup: Buffer;
	/** Just after the count, before anything is swept away. */
	counted: Copied;
	collected: Copied;
	/** After the close: what a thief finds later. */
	last: Copied;
	responses: SeenRow[];
	comments: SeenRow[];
	commentText: (row: SeenRow) => string;
	keysLeft: string[];
}

/** Two scales of the questionnaire, whose 121 pairs tell everybody apart, and one question for words, with their pages. */
function telling() {
	const pages = questionnaireOf('11-17')?.pages ?? [];
	const asked = pages.flatMap((page) => page.questions.map((question) => ({ page: page.key, question })));
	const [one, other] = asked.filter(({ question }) => question.type === 'scale');
	const words = asked.find(({ question }) => question.type === 'comment');
	if (!one || !other || !words) throw new Error('the questionnaire has two scales and a comment');
	return { one, other, words };
}

export const TELLING = telling();

/** The two telling steps of a ballot's answers. */
export function tellingOf(answers: Record<string, unknown>): string {
	return `${String(answers[TELLING.one.question.key])}/${String(answers[TELLING.other.question.key])}`;
}

/** Runs the wave; `people` is at most 121. */
export async function watchWave(opened: Opened, people: number): Promise<WatchedWave> {
	const { db, folder } = opened;
	const keys = mkdtempSync(join(tmpdir(), 'earshot-keys-'));
	const keyring = openKeyring(keys, randomBytes(32));
	keyring.getOrDraw(COUNCIL_KEY);
	await inviteYoungPeople(db, people, TODAY);
	const { wave, codes } = await openedWave(db, keyring, { name: 'Watched', today: TODAY, closes: '2027-04-01' });

	const order: string[] = [];
	const answersOf = new Map<string, string>();
	const wordsOf = new Map<string, string>();
	const copies: Copied[] = [copyBytes(opened)];
	let backup: Buffer = Buffer.alloc(0);
	const pairs = shuffled(
		Array.from({ length: people }, (_, n) => [String(n % 11), String(Math.floor(n / 11))] as const)
	);
	for (const [place, code] of shuffled(codes).entries()) {
		const [one = '0', other = '0'] = pairs[place] ?? [];
		const words = place % 3 === 0 ? `words of one person ${randomId()}` : null;
		await answer(opened, { keyring, code, one, other, words });
		const selector = code.slice(0, 4);
		order.push(selector);
		answersOf.set(selector, `${one}/${other}`);
		if (words) wordsOf.set(selector, words);
		if (place % COPY_EVERY === 0) copies.push(copyBytes(opened));
		if (folder && place === Math.floor(people / 2)) {
			// Whoever steals a backup does not have its key; let them have it all the same.
			backup = await decryptedBackup(`file:${join(folder, 'test.db')}`, keyring, join(folder, 'backups'));
		}
	}
	copies.push(copyBytes(opened));
	const ballots = await readRows(opened, 'ballot', 'id', 'sealed');
	const spent = await readRows(opened, 'survey_code', 'selector', 'spent_by');
	const privateKey = Buffer.from(waveKeys(keyring, wave.id)?.privateKey ?? []);

	await collectComments(db, keyring, '2027-03-02');
	const collected = copyBytes(opened);
	let counted = copyBytes(opened);
	const closed = await closeWave(db, keyring, OPERATOR, wave, {
		now: new Date(),
		backUp: async () => {
			counted = copyBytes(opened);
		}
	});
	if (closed.kind !== 'closed') throw new Error(`not closed: ${closed.kind}`);
	const comments = await readRows(opened, 'comment', 'id', 'sealed');
	const texts = new Map(comments.map(({ id, content }) => [id, openComment(keyring, { id, sealed: content })]));
	const keysLeft = [...keyring.list('wave'), ...keyring.list('intake')];
	rmSync(keys, { recursive: true });
	return {
		waveId: wave.id,
		order,
		answersOf,
		wordsOf,
		copies,
		ballots,
		spent,
		privateKey,
		backup,
		counted,
		collected,
		last: copyBytes(opened),
		responses: await readRows(opened, 'response', 'id', 'answers'),
		comments,
		commentText: ({ id }) => texts.get(id) ?? '',
		keysLeft
	};
}

interface Answering {
	keyring: Keyring;
	code: string;
	one: string;
	other: string;
	words: string | null;
}

async function answer({ db }: Opened, { keyring, code, one, other, words }: Answering): Promise<void> {
	const entered = await enterCode(db, keyring, code);
	if (entered.kind !== 'welcome') throw new Error(`not welcome: ${entered.kind}`);
	const visit = await startInOneGo(db, {
		id: randomId(),
		tag: 'tag',
		seed: randomId(),
		wave: entered.waveId,
		version: entered.version,
		code: code.replaceAll('-', ''),
		draft: null,
		kept: false,
		began: 0,
		seen: 0,
		language: 'en',
		comments: [],
		sent: false
	});
	await keepPage(db, visit, { page: TELLING.one.page, answers: { [TELLING.one.question.key]: one }, words: {} });
	await keepPage(db, visit, { page: TELLING.other.page, answers: { [TELLING.other.question.key]: other }, words: {} });
	const said = { [TELLING.words.question.key]: words === null ? null : { text: words, mayQuote: false } };
	await keepPage(db, visit, { page: TELLING.words.page, answers: {}, words: said });
	const sent = await submitBallot(db, keyring, visit, () => TODAY);
	if (sent.kind !== 'in') throw new Error(`not in: ${sent.kind}`);
}
