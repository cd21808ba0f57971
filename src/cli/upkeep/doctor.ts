/*
 * `earshot doctor`: everything that says of itself how it is, grouped, for people or machines. What is well is decided by
 * each module; nothing is judged here.
 */
import { existsSync } from 'node:fs';
import { stdout } from 'node:process';
import { styleText } from 'node:util';
import type { Command } from 'commander';
import { recordHealth } from '#lib/audit/health.server.ts';
import { backupsHealth } from '#lib/backups/health.server.ts';
import { momentInWords } from '#lib/calendar/day.ts';
import { concernsHealth } from '#lib/concerns/health.server.ts';
import { requestsHealth } from '#lib/data-rights/told.server.ts';
import { sqlitePath } from '#lib/database/handle.server.ts';
import { databaseHealth } from '#lib/database/health.server.ts';
import { pendingMigrations } from '#lib/database/migrate.server.ts';
import { jobsHealth } from '#lib/jobs/health.server.ts';
import { noticesHealth } from '#lib/notices/health.server.ts';
import { keysHealth } from '#lib/secrets/health/health.server.ts';
import { loadSettingsFile, readConfiguration } from '#lib/settings/configuration.server.ts';
import type { Health } from '#lib/settings/health.ts';
import { settingsHealth } from '#lib/settings/health.server.ts';
import type { CliContext, OpenedForCommand } from '../context.ts';

type Look = (opened: OpenedForCommand, now: Date) => Promise<Health[]>;

interface Group {
	title: string;
	/** Looks into tables of the newest form: not asked of an older database. */
	needsNewest: boolean;
	look: Look;
}

const GROUPS: readonly Group[] = [
	{
		title: 'Database',
		needsNewest: false,
		look: ({ db, configuration }, now) => databaseHealth(db, configuration, now)
	},
	{ title: 'Backups', needsNewest: true, look: ({ db, configuration }, now) => backupsHealth(db, configuration, now) },
	{
		title: 'Keys',
		needsNewest: true,
		look: ({ db, keyring, configuration }, now) => keysHealth(db, keyring, configuration, now)
	},
	{ title: 'The record', needsNewest: true, look: ({ db, ledger }, now) => recordHealth(db, ledger, now) },
	{ title: 'What the server does by itself', needsNewest: true, look: ({ db }, now) => jobsHealth(db, now) },
	{
		title: 'Notices',
		needsNewest: true,
		look: ({ db, configuration }, now) => noticesHealth(db, now, configuration.channels)
	},
	{ title: 'Talk to someone', needsNewest: true, look: ({ db }, now) => concernsHealth(db, now) },
	{ title: 'Requests about data', needsNewest: true, look: ({ db }, now) => requestsHealth(db, now) },
	{
		title: 'The council’s own',
		needsNewest: true,
		look: ({ db, configuration }, now) => settingsHealth(db, configuration, now)
	}
];

interface Looked {
	title: string;
	findings: Health[];
}

/** A group that cannot even look is itself a finding; the others are still told. */
async function lookAt({ title, look }: Group, opened: OpenedForCommand, now: Date): Promise<Looked> {
	try {
		return { title, findings: await look(opened, now) };
	} catch (fault) {
		const words = `This could not be looked at: ${fault instanceof Error ? fault.message : String(fault)}`;
		return { title, findings: [{ what: title, state: 'wrong', words }] };
	}
}

const SIGNS = { good: '✓', warning: '!', wrong: '✗' } as const;
const COLOURS = { good: 'green', warning: 'yellow', wrong: 'red' } as const;
const WIDTH = 96;
const INDENT = '      ';

/** Words broken into lines, the later ones under the first. */
function wrapped(words: string): string {
	const lines = [''];
	for (const word of words.split(' ')) {
		const last = lines.at(-1) ?? '';
		if (last !== '' && last.length + word.length + INDENT.length >= WIDTH) lines.push(word);
		else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
	}
	return lines.map((line) => INDENT + line).join('\n');
}

/** Modules write labels or sentences; here all of them are sentences. */
const begun = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const sentence = (text: string): string => begun(/[.?!]$/.test(text) ? text : `${text}.`);

/** All findings as a page of text. */
export function asText(looked: readonly Looked[], now: Date, colour: boolean): string {
	const sign = (state: Health['state']) => (colour ? styleText(COLOURS[state], SIGNS[state]) : SIGNS[state]);
	const title = (text: string) => (colour ? styleText('bold', text) : text);
	const groups = looked.map(({ title: text, findings }) =>
		[
			title(text),
			...findings.map(({ what, state, words }) => `  ${sign(state)} ${begun(what)}\n${wrapped(sentence(words))}`)
		].join('\n')
	);
	const count = (state: Health['state']) =>
		looked.flatMap(({ findings }) => findings).filter((one) => one.state === state).length;
	const [wrong, warning] = [count('wrong'), count('warning')];
	const things = (many: number) => (many === 1 ? '1 thing' : `${many} things`);
	const told = [
		...(wrong > 0 ? [`${things(wrong)} wrong: act today.`] : []),
		...(warning > 0 ? [`${things(warning)} to look at this week.`] : [])
	];
	const sum = told.length > 0 ? told.join(' ') : 'Everything is well.';
	return [`Earshot, ${momentInWords(now)}`, ...groups, sum].join('\n\n');
}

async function doctor(context: CliContext): Promise<void> {
	loadSettingsFile();
	const read = readConfiguration();
	const url = read.kind === 'ready' ? read.configuration.databaseUrl : '';
	if (url.startsWith('file:') && !existsSync(sqlitePath(url))) {
		return context.fail(
			`There is no database at ${sqlitePath(url)}. Check DATABASE_URL; “earshot restore” brings one back.`
		);
	}
	await context.open(
		async (opened) => {
			const now = new Date();
			const isNewest = (await pendingMigrations(opened.db)).length === 0;
			const looked: Looked[] = [];
			for (const group of GROUPS) if (isNewest || !group.needsNewest) looked.push(await lookAt(group, opened, now));
			const isWrong = looked.some(({ findings }) => findings.some(({ state }) => state === 'wrong'));
			context.say(asText(looked, now, stdout.isTTY), { well: !isWrong, at: now.toISOString(), groups: looked });
			if (isWrong) process.exitCode = 1;
		},
		{ migrating: true }
	);
}

/** Adds `doctor`. */
export function registerDoctor(program: Command, context: CliContext): void {
	program
		.command('doctor')
		.description('how this server is: database, backups, keys, record, jobs, notices; exit 1 when anything is wrong')
		.action(() => doctor(context));
}
