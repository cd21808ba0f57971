/*
 * `npm run scan`: two well-known scanners against the built server, signed out and as somebody of each part of the house,
 * bounded in time. Whatever they find fails; a scanner that is not installed was not run, and never passed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../server/server.ts';
import { ACCESS } from './access/table.ts';
import { inhabited, type Comer, type ObjectKind } from './inhabitants.ts';
import { cookiesOf } from './sessions.ts';
import { snapshotOf } from './snapshot.ts';

const SCAN_SECONDS = 60;
const ATTACK_SECONDS = 20;
const LONGEST_SECONDS = 480;
const VISITORS: readonly Comer[] = ['nobody', 'young person', 'participation officer', 'administrator'];

/**
 * Everything that works without the internet. Not its search for a token against forged forms: here the origin of every
 * form is checked instead, which tests/journeys/leaving.spec.ts proves.
 */
const MODULES =
	'backup,blindsql,brute_login_form,cookieflags,crlf,csp,exec,file,htaccess,http_headers,methods,permanentxss,redirect,shellshock,sql,xss';

/** Browsers have dropped this filter because it opened holes of its own; OWASP advises to leave the header out. */
const MISTAKEN = /^X-XSS-Protection is not set$/;

/** Where words of a visitor reach the database: address, the id of an object in it, form, and who may be there. */
const INJECTED: readonly { path: string; object?: ObjectKind; form?: string; comer: Comer }[] = [
	{ path: '/sign-in/staff', form: 'email=a@council.example&password=b', comer: 'nobody' },
	{ path: '/sign-in', form: 'name=Otter&way=words', comer: 'nobody' },
	{ path: '/enrol', form: 'code=ABCD-EFGH-JKMN-PQRS', comer: 'nobody' },
	{ path: '/join', form: 'code=ABCD-EFGH-JKMN-PQRS', comer: 'nobody' },
	{ path: '/survey', form: 'code=ABCD-EFGH-JKMN-PQRS', comer: 'nobody' },
	{ path: '/staff/people?standing=in+care&team=x&age=14&worker=none', comer: 'participation officer' },
	{ path: '/staff/people', form: 'words=Ownbird', comer: 'participation officer' },
	{ path: '/staff/people/', object: 'young person', comer: 'participation officer' },
	{ path: '/staff/waves/', object: 'wave', comer: 'participation officer' },
	{ path: '/staff/settings/staff/', object: 'colleague', comer: 'administrator' },
	{ path: '/committee/releases/', object: 'release', comer: 'administrator' },
	{ path: '/me/account?/device', form: 'device=x', comer: 'young person' }
];

const isInstalled = (name: string) => spawnSync(name, ['--version']).error === undefined;

/** Runs a program to its end, or ends it; gives all that it said. */
function run(name: string, args: readonly string[]): Promise<{ said: string; inTime: boolean }> {
	const child = spawn(name, args, { stdio: ['ignore', 'pipe', 'pipe'] });
	let said = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (said += bytes.toString()));
	let inTime = true;
	const clock = setTimeout(() => {
		inTime = false;
		child.kill('SIGKILL');
	}, LONGEST_SECONDS * 1000);
	return new Promise((resolve) => child.once('close', () => (clearTimeout(clock), resolve({ said, inTime }))));
}

interface Scanned {
	findings: string[];
	figures: string;
}

interface Report {
	vulnerabilities: Record<string, { method: string; path: string; info: string; parameter: string | null }[]>;
	anomalies: Report['vulnerabilities'];
}

async function wapiti(origin: string, cookie: string): Promise<Scanned> {
	const folder = mkdtempSync(join(tmpdir(), 'earshot-scan-'));
	const output = join(folder, 'report.json');
	// Addresses without a parameter; the others are found by following links.
	const starts = Object.keys(ACCESS).filter((path) => !path.includes('[') && !/^\/(?:leave|sign-out)$/.test(path));
	try {
		const { said, inTime } = await run('wapiti', [
			...['--url', `${origin}/`, '--scope', 'folder', '--module', MODULES, '--format', 'json', '--output', output],
			...['--max-scan-time', String(SCAN_SECONDS), '--max-attack-time', String(ATTACK_SECONDS)],
			...['--store-session', folder, '--store-config', join(folder, 'config'), '--flush-session', '--no-bugreport'],
			...['--header', `Origin: ${origin}`, ...(cookie ? ['--header', `Cookie: ${cookie}`] : [])],
			...starts.flatMap((path) => ['--start', origin + path])
		]);
		if (!existsSync(output)) return { findings: [`wapiti wrote no report:\n${said.slice(-1500)}`], figures: '' };
		const report = JSON.parse(readFileSync(output, 'utf8')) as Report;
		const found = [...Object.entries(report.vulnerabilities), ...Object.entries(report.anomalies)];
		const findings = found.flatMap(([kind, ones]) =>
			ones
				.filter(({ info }) => !MISTAKEN.test(info))
				.map(({ method, path, info, parameter }) => `${kind}: ${method} ${path} ${parameter ?? ''} ${info}`)
		);
		if (!inTime) findings.push(`wapiti was ended after ${LONGEST_SECONDS} s`);
		const launched = said.match(/Launching module|\[\*\] Launching/g)?.length ?? 0;
		const places = /found (\d+) URLs and forms/.exec(said)?.[1] ?? '?';
		return { findings, figures: `${places} addresses and forms, ${launched} modules` };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

async function sqlmap(origin: string, path: string, form: string | undefined, cookie: string): Promise<Scanned> {
	const folder = mkdtempSync(join(tmpdir(), 'earshot-scan-'));
	try {
		const { said, inTime } = await run('sqlmap', [
			...['--url', origin + path, ...(form ? ['--data', form] : []), ...(cookie ? ['--cookie', cookie] : [])],
			...['--headers', `Origin: ${origin}`, '--batch', '--disable-coloring', '--flush-session'],
			...['--level', '2', '--technique', 'BEUS', '--skip', 'cookie,user-agent,referer', '--output-dir', folder]
		]);
		if (/identified the following injection point|is vulnerable|appears to be .*injectable/.test(said))
			return { findings: [`sqlmap: ${path}\n${said.slice(-2000)}`], figures: 'injected' };
		const looked = /do(?:es)? not (?:appear|seem) to be injectable/.test(said);
		if (looked && inTime) return { findings: [], figures: 'nothing can be injected' };
		return { findings: [`sqlmap did not come to an end at ${path}:\n${said.slice(-1500)}`], figures: '' };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

if (!existsSync('build/handler.js') && spawnSync('vite', ['build'], { stdio: 'inherit' }).status !== 0) process.exit(1);
const house = await inhabited();
const { fresh } = await cookiesOf(house);
const sessions = await house.db.selectFrom('session').selectAll().execute();
const before = await snapshotOf(house);
const server = await startServer(house.settings);
const cookieOf = (comer: Comer) => (comer === 'nobody' ? '' : fresh[comer]);
// A scanner presses "Sign out" as well: then it is let in again.
const backIn = setInterval(() => {
	const again = house.db
		.insertInto('session')
		.values(sessions)
		.onConflict((conflict) => conflict.doNothing());
	again.execute().catch((fault: unknown) => console.log(fault));
}, 1000);
let findings = 0;
let ran = 0;

async function scan(title: string, work: () => Promise<Scanned>): Promise<void> {
	const began = performance.now();
	const { findings: found, figures } = await work();
	await before.restore();
	findings += found.length;
	ran += 1;
	console.log(
		`${found.length === 0 ? 'ok' : 'FAILED'}  ${title}: ${figures} (${((performance.now() - began) / 1000).toFixed(0)} s)`
	);
	for (const one of found) console.log(`  ${one}`);
}

try {
	if (!isInstalled('wapiti')) console.log('not run: wapiti is not installed');
	else for (const comer of VISITORS) await scan(`wapiti as ${comer}`, () => wapiti(server.origin, cookieOf(comer)));
	if (!isInstalled('sqlmap')) console.log('not run: sqlmap is not installed');
	else
		for (const { path, object, form, comer } of INJECTED) {
			const whole = object ? `${path}${house.objects[object].own}*` : path;
			await scan(`sqlmap at ${path}${object ?? ''}`, () => sqlmap(server.origin, whole, form, cookieOf(comer)));
		}
	if (server.said()) console.log(`the server said: ${server.said()}`);
} finally {
	clearInterval(backIn);
	await server.kill();
	await house.remove();
}
console.log(ran === 0 ? 'not run: no scanner is installed' : `${ran} scans, ${findings} findings`);
process.exitCode = findings > 0 ? 1 : 0;
