/*
 * Fifty children of all four versions answer every page asked of them at the same time, while the server is killed at
 * random moments: no page that was acknowledged is lost, no ballot is counted twice. Run by the test command.
 */
import { addDays, dayOf } from '#lib/calendar/day.ts';
import { readDraft } from '#lib/responses/drafts.server.ts';
import { readVisit, VISIT_COOKIE, VISIT_KEY } from '#lib/responses/visit.server.ts';
import { VERSIONS, type Version } from '#lib/surveys/question.ts';
import { startServer } from '../server/server.ts';
import { freshSurroundings, type Surroundings } from '../server/surroundings.ts';
import { Visitor } from '../server/visitor.ts';
import { inviteYoungPeople, openedWave, type CodesByVersion } from '../waves/opened.ts';
import { countedOf, fieldsOf, inOrder, saidBy, type SaidPage } from '../waves/saying.ts';
import { addressFor } from './addresses.ts';
import { closeAndCount, missingFrom } from './answering.ts';
import { printChecks, type Check } from './checks.ts';
import { killNowAndThen } from './killing.ts';
import { markFor } from './mark.ts';

const CHILDREN = 50;
const KILLS = 6;
/** The fewest young people of a version that a wave opens for. */
const FEWEST = 25;
/** Every fifth child stops with one page to go: what they said must lie in their draft. */
const STOPS = 5;

interface Child {
	number: number;
	version: Version;
	code: string;
	said: readonly SaidPage[];
	stops: boolean;
}

interface Answered extends Child {
	visitor: Visitor;
	sent: boolean;
	/** The pages that the server said it has. */
	acknowledged: SaidPage[];
	/** What the server said when it turned the child away. */
	fault?: string;
}

/** Sends a form and follows the answer. @throws when it leads elsewhere. */
async function sends(visitor: Visitor, path: string, form: [string, string][], to: string): Promise<void> {
	const { status, location, text } = await visitor.ask(path, form);
	if (status !== 303 || location !== to)
		throw new Error(`${path} led to ${status} ${location || text.slice(0, 300)} instead of ${to}`);
}

/** A child's whole way, page by page. */
async function answerAll(child: Answered): Promise<void> {
	const { visitor, said } = child;
	await sends(visitor, '/survey', [['code', child.code]], '/survey/start');
	const mark = await markFor(visitor);
	await sends(visitor, '/survey/pictures?/once', [mark], '/survey/next');
	const pages = child.stops ? said.slice(0, -1) : said;
	for (const [place, one] of pages.entries()) {
		const here = await addressFor(visitor, one.page.key);
		const after = await addressFor(visitor, said[place + 1]?.page.key ?? 'review');
		await sends(visitor, here, [mark, ...fieldsOf(one), ['go', 'next']], after);
		child.acknowledged.push(one);
	}
	if (child.stops) return;
	await sends(visitor, '/survey/review', [mark], '/survey/thanks');
	child.sent = true;
}

/** What a child's draft holds, read with the visit in the child's cookie. */
async function draftOf({ db, keyring }: Surroundings, { visitor }: Answered): Promise<string> {
	const read = readVisit(keyring.getOrDraw(VISIT_KEY), visitor.cookie(VISIT_COOKIE), Date.now());
	if (read.kind !== 'visit' || !read.visit.draft) return `no draft: ${read.kind}`;
	const answers = await readDraft(db, read.visit.draft, 'answers');
	const words = await readDraft(db, read.visit.draft, 'words');
	return inOrder({ ...answers?.answers, ...words?.words, pages: Object.keys(answers?.done ?? {}).sort() });
}

const expectedDraft = ({ acknowledged }: Answered): string =>
	inOrder({
		...Object.assign({}, ...acknowledged.map(({ answers }) => answers)),
		pages: acknowledged.map(({ page }) => page.key).sort()
	});

const commentsIn = ({ said }: Child): number =>
	said.flatMap(({ page }) => page.questions.filter(({ type }) => type === 'comment')).length;

/** Children with numbers, spread over the versions, each with a code of theirs. */
function childrenWith(codes: CodesByVersion, origin: string): Answered[] {
	return Array.from({ length: CHILDREN }, (_, number): Answered => {
		const version = VERSIONS[number % VERSIONS.length] ?? '11-17';
		const place = Math.floor(number / VERSIONS.length);
		const [code = '', said] = [codes[version][place], saidBy(version, place)];
		const stops = place % STOPS === STOPS - 1;
		return { number, version, code, said, stops, visitor: new Visitor(origin), sent: false, acknowledged: [] };
	});
}

const sum = (figures: readonly number[]): number => figures.reduce((all, one) => all + one, 0);
const acknowledgedBy = (children: readonly Answered[]) => sum(children.map(({ acknowledged }) => acknowledged.length));

/** True when no two children of a version say the same: else one could stand for the other. */
const areDifferent = (children: readonly Answered[]): boolean =>
	new Set(children.map(({ version, said }) => version + countedOf(said))).size === children.length;

/** Runs it and says what held. */
export async function childrenHold(): Promise<Check[]> {
	const surroundings = await freshSurroundings();
	const { db, keyring } = surroundings;
	const today = dayOf(new Date());
	for (const version of VERSIONS) await inviteYoungPeople(db, FEWEST, today, version);
	const closes = addDays(today, 30);
	const { wave, codesBy } = await openedWave(db, keyring, { name: 'Fifty', today, closes });
	const server = await startServer(surroundings.settings);
	try {
		const children = childrenWith(codesBy, server.origin);
		const due = sum(children.map(({ said, stops }) => said.length - (stops ? 1 : 0)));
		const began = performance.now();
		let running = true;
		const share = () => acknowledgedBy(children) / due;
		const killing = killNowAndThen(server, { kills: KILLS, share, running: () => running });
		await Promise.all(
			children.map((child) =>
				answerAll(child).catch((fault: unknown) => {
					child.fault = String(fault);
				})
			)
		);
		running = false;
		const kills = await killing;
		const seconds = (performance.now() - began) / 1000;
		const stopped = children.filter(({ sent }) => !sent);
		const drafts = await Promise.all(stopped.map((child) => draftOf(surroundings, child)));
		const lostDrafts = stopped.filter((child, place) => drafts[place] !== expectedDraft(child)).length;
		await server.stop();
		const { comments } = await closeAndCount(surroundings, wave);
		const rows = await db.selectFrom('response').select('answers').where('wave_id', '=', wave.id).execute();
		const counted = rows.map((row) => inOrder(JSON.parse(row.answers) as Record<string, string>));
		const sent = children.filter((child) => child.sent);
		const said = sent.map((child) => countedOf(child.said));
		const [lost, twice] = [missingFrom(counted, said).length, missingFrom(said, counted).length];
		console.log(
			`${CHILDREN} children, four versions, ${acknowledgedBy(children)} pages acknowledged in ${seconds.toFixed(1)} s,`,
			`${kills} kills, ${sum(children.map(({ visitor }) => visitor.retries))} requests sent again;`,
			`${sent.length} ballots sent, ${counted.length} counted, ${lost} lost, ${twice} too many;`,
			`${stopped.length} stopped on the way, ${lostDrafts} of their drafts not as acknowledged`
		);
		for (const { number, version, fault } of children)
			if (fault) console.log(`  child ${number}, ${version}: ${fault}`);
		return [
			{ name: `every page asked of ${CHILDREN} children is acknowledged`, passed: acknowledgedBy(children) === due },
			{ name: 'no two children of a version say the same', passed: areDifferent(children) },
			{ name: 'every acknowledged page is in the counted response, word for word', passed: lost === 0 },
			{ name: 'no ballot is counted twice', passed: twice === 0 && counted.length === sent.length },
			{ name: 'every acknowledged page of those who stopped is in their draft', passed: lostDrafts === 0 },
			{ name: 'every comment came in once', passed: comments === sum(sent.map(commentsIn)) },
			{ name: `the server was killed ${KILLS} times while they answered`, passed: kills === KILLS }
		];
	} finally {
		await server.kill();
		await surroundings.remove();
	}
}

if (import.meta.main) process.exitCode = printChecks(await childrenHold()) > 0 ? 1 : 0;
