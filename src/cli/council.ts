/*
 * `earshot council`: what the council says of itself, for whoever has no browser at hand. Its other settings are in /staff/settings.
 */
import type { Command } from 'commander';
import { dayInWords, readDay } from '#lib/calendar/day.ts';
import { councilName, helplinesChecked, nameCouncil, noteHelplinesChecked } from '#lib/settings/council.server.ts';
import type { CliContext } from './context.ts';

interface CouncilOptions {
	name?: string;
	helplinesChecked?: string;
}

async function council(context: CliContext, options: CouncilOptions): Promise<void> {
	await context.open(async ({ db, actor }) => {
		const now = new Date();
		if (options.name !== undefined) {
			const named = await nameCouncil(db, actor, options.name, now);
			if (named.kind === 'wrong') return context.wrong('--name must be the council’s name, up to 120 characters.');
		}
		if (options.helplinesChecked !== undefined) {
			const day = readDay(options.helplinesChecked);
			if (!day)
				return context.wrong(
					`--helplines-checked must be a date such as 2027-03-01, but is "${options.helplinesChecked}".`
				);
			await noteHelplinesChecked(db, actor, day, now);
		}
		const [name, checked] = [await councilName(db), await helplinesChecked(db)];
		const told = checked
			? `Helplines checked on ${dayInWords(checked)}.`
			: 'Nobody has said yet that the helplines were checked.';
		context.say(`${name}\n${told}`, { name, helplinesChecked: checked });
	});
}

/** Adds the `council` command. */
export function registerCouncil(program: Command, context: CliContext): void {
	program
		.command('council')
		.description('show or set the council’s name, and the day somebody rang the helplines to check them')
		.option('--name <name>', 'as young people know it; it stands on cards and pages')
		.option('--helplines-checked <date>', 'the day, such as 2027-03-01')
		.action((options: CouncilOptions) => council(context, options));
}
