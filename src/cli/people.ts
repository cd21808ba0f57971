/*
 * `earshot people …`: the roster from the command line. What the rows mean is decided in lib/people.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { asBritish, dayOf, readDay } from '#lib/calendar/day.ts';
import { tellFault, type CsvFile, type Fault } from '#lib/people/csv-table.ts';
import { DETAILS_COLUMNS } from '#lib/people/detail.ts';
import { importDetails } from '#lib/people/details.server.ts';
import type { ByAge, ImportFigures, Problem } from '#lib/people/figures.ts';
import { importReturn } from '#lib/people/import.server.ts';
import { countRoster } from '#lib/people/roster.server.ts';
import type { CliContext } from './context.ts';

const MOST_FAULTS = 20;

interface ImportOptions {
	header: string;
	episodes: string;
	reviews?: string;
	uasc?: string;
	oc3?: string;
	asOf: string;
	strict?: boolean;
}

function fileOf(context: CliContext, option: string, path: string): CsvFile {
	if (!existsSync(path)) return context.wrong(`${option}: there is no file ${path}`);
	if (!statSync(path).isFile()) return context.wrong(`${option}: ${path} is a folder, and must be a CSV file`);
	return { name: basename(path), bytes: readFileSync(path) };
}

function dayGiven(context: CliContext, option: string, text: string): string {
	return readDay(text) ?? context.wrong(`${option} must be a date such as 31/03/2018 or 2018-03-31, but is "${text}"`);
}

/** At most twenty faults, one a line, and how many more there are. */
function listFaults(faults: readonly Fault[]): string {
	const lines = faults.slice(0, MOST_FAULTS).map((fault) => `  ${tellFault(fault)}`);
	if (faults.length > MOST_FAULTS) lines.push(`  and ${faults.length - MOST_FAULTS} more`);
	return lines.join('\n');
}

function tellAges(figures: ByAge): string {
	const young = figures['under 4'] > 0 ? `, ${figures['under 4']} under 4` : '';
	const grown = figures['18 and over'] > 0 ? `, ${figures['18 and over']} aged 18 and over` : '';
	const main = `${figures['4-7']} aged 4–7, ${figures['8-10']} aged 8–10, ${figures['11-17']} aged 11–17`;
	return `${figures.all} (${main}${young}${grown})`;
}

function tellImport(asOf: string, figures: ImportFigures, faults: Fault[], problems: Problem[]): string {
	const lines = [
		`On ${asBritish(asOf)}: ${tellAges(figures.inCare)} in care`,
		`  without short breaks: ${tellAges(figures.withoutShortBreaks)}`,
		`  care leavers: ${figures.careLeavers}; unaccompanied: ${figures.unaccompanied}`,
		`  never invited: ${figures.died} died, ${figures.withAdopters} with adopters`,
		`In the roster: ${figures.added} added, ${figures.updated} updated, ${figures.left} marked as left.`
	];
	if (problems.length > 0) lines.push('Worth a look in the return:');
	for (const { what, count, children } of problems) {
		const more = count > children.length && children.length > 0 ? ' …' : '';
		lines.push(`  ${count} × ${what}${children.length > 0 ? ` (${children.join(', ')}${more})` : ''}`);
	}
	if (faults.length > 0) lines.push(`${faults.length} rows or cells could not be taken in:`, listFaults(faults));
	return lines.join('\n');
}

async function importCommand(context: CliContext, options: ImportOptions): Promise<void> {
	const asOf = dayGiven(context, '--as-of', options.asOf);
	const given = (option: string, path: string | undefined) => (path ? fileOf(context, option, path) : undefined);
	const files = {
		header: fileOf(context, '--header', options.header),
		episodes: fileOf(context, '--episodes', options.episodes),
		reviews: given('--reviews', options.reviews),
		uasc: given('--uasc', options.uasc),
		oc3: given('--oc3', options.oc3)
	};
	const imported = await context.open(({ db, actor }) => {
		let step: ((done: number) => void) | undefined;
		return importReturn(db, actor, files, { asOf, strict: options.strict === true }, new Date(), (done, total) => {
			step ??= context.progress('Importing', total);
			step(done);
		});
	});
	if (imported.kind === 'not allowed') return context.fail('Only a participation officer may import the return.');
	if (imported.kind === 'refused') {
		return context.fail(`The return was not imported; nothing has changed.\n${listFaults(imported.faults)}`);
	}
	const { figures, faults, problems } = imported;
	context.say(tellImport(asOf, figures, faults, problems), { ...imported, asOf });
}

async function detailsCommand(context: CliContext, options: { file: string; strict?: boolean }): Promise<void> {
	const file = fileOf(context, '--file', options.file);
	const imported = await context.open(({ db, keyring, actor }) =>
		importDetails(db, keyring, actor, file, { strict: options.strict === true }, new Date())
	);
	if (imported.kind === 'not allowed') return context.fail('Only a participation officer may import details.');
	if (imported.kind === 'refused') {
		return context.fail(`The details were not imported; nothing has changed.\n${listFaults(imported.faults)}`);
	}
	const { figures, faults } = imported;
	const lines = [
		`Details of ${figures.updated} young people taken in, from ${figures.rows} rows; ${figures.matched} workers matched to accounts.`
	];
	if (faults.length > 0) lines.push(`${faults.length} rows or cells could not be taken in:`, listFaults(faults));
	context.say(lines.join('\n'), { ...imported });
}

async function listCommand(context: CliContext, options: { on?: string }): Promise<void> {
	const day = options.on ? dayGiven(context, '--on', options.on) : dayOf(new Date());
	const counts = await context.open(({ db, actor }) => countRoster(db, actor, day));
	const { standing, versions } = counts;
	const lines = [
		`In the roster: ${standing['in care']} in care, ${standing['care leaver']} care leavers, ${standing.left} who left.`,
		`To be invited by age on ${asBritish(day)}:`,
		...Object.entries(versions).map(([version, count]) => `  ${version.padEnd(6)} ${count}`),
		`  not invited: ${counts.notInvited} (age, short breaks, adopters, opted out, died)`
	];
	context.say(lines.join('\n'), { day, ...counts });
}

/** Adds `people import`, `people details` and `people list` to the program. */
export function registerPeople(program: Command, context: CliContext): void {
	const people = program.command('people').description('the roster of young people');
	people
		.command('import')
		.description('take in the statutory return of children looked after (SSDA903); importing again updates')
		.requiredOption('--header <file>', 'HEADER as CSV')
		.requiredOption('--episodes <file>', 'EPISODES as CSV')
		.option('--reviews <file>', 'REVIEWS as CSV')
		.option('--uasc <file>', 'UASC (unaccompanied children) as CSV')
		.option('--oc3 <file>', 'OC3 (care leavers) as CSV')
		.requiredOption('--as-of <date>', 'the day the return speaks of, such as 31/03/2018')
		.option('--strict', 'import nothing if one row is wrong')
		.action((options: ImportOptions) => importCommand(context, options));
	people
		.command('details')
		.description('take in names and other details that the return lacks; a blank cell leaves what is there')
		.requiredOption('--file <file>', `CSV with the columns ${DETAILS_COLUMNS.join(', ').toLowerCase()}`)
		.option('--strict', 'import nothing if one row is wrong')
		.action((options: { file: string; strict?: boolean }) => detailsCommand(context, options));
	people
		.command('list')
		.description('count the roster by standing and by survey; shows no names')
		.option('--on <date>', 'the day ages are counted on; today if not given')
		.action((options: { on?: string }) => listCommand(context, options));
}
