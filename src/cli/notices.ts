/*
 * `earshot notices …`: how notices stand, trying again what was given up, and a test message, from the command line.
 */
import { momentInWords } from '#lib/calendar/day.ts';
import { staffByEmail } from '#lib/auth/staff/accounts.server.ts';
import { channelsInWords } from '#lib/notices/channels/channels.server.ts';
import { noticesOverview, sendTestTo, STATES, tryAgain } from '#lib/notices/overview.server.ts';
import { sendNotices } from '#lib/notices/sending/sending.server.ts';
import type { Command } from 'commander';
import type { CliContext } from './context.ts';

async function list(context: CliContext): Promise<void> {
	await context.open(async ({ db, actor, configuration }) => {
		const overview = await noticesOverview(db, actor, new Date());
		if (!overview) return context.fail('This may only be done by an administrator.');
		const { counts, longestDue, givenUp } = overview;
		const channels = channelsInWords(configuration);
		const lines = [
			STATES.map((state) => `${counts[state]} ${state === 'dead' ? 'given up' : state}`).join(', '),
			...(longestDue ? [`The longest has been due since ${momentInWords(longestDue)}.`] : []),
			...channels.map(({ way, words }) => `${way}: ${words}`),
			...givenUp.map(({ id, what, recipient, because }) => `given up  ${id}  ${what}, to ${recipient}: ${because}`)
		];
		context.say(lines.join('\n'), { counts, longestDue, channels, givenUp });
	});
}

async function retry(context: CliContext, id: string | undefined, { all }: { all?: boolean }): Promise<void> {
	if (!id && !all) return context.wrong('Name a notice (see "earshot notices list"), or say --all.');
	if (id && all) return context.wrong('Name one notice, or say --all: not both.');
	await context.open(async ({ db, actor }) => {
		const count = await tryAgain(db, actor, id ? { id } : 'all', new Date());
		if (count === 0 && id) return context.fail(`No notice ${id} was given up.`);
		const how = count === 1 ? '1 notice is' : `${count} notices are`;
		context.say(`${how} tried again when the server next sends, within a minute.`, { count });
	});
}

async function test(context: CliContext, { email }: { email: string }): Promise<void> {
	await context.open(async ({ db, keyring, actor, configuration }) => {
		const staff = await staffByEmail(db, email);
		if (!staff) return context.wrong(`Nobody with an open account has the address "${email}".`);
		const now = new Date();
		const sent = await sendTestTo(db, actor, staff.id, configuration, now);
		if (sent === 'no way out') return context.fail('Nothing can be sent: no email is set up. See “earshot doctor”.');
		if (sent !== 'on its way') return context.fail('A test message is on its way already. Try again in a minute.');
		const figures = await sendNotices(db, keyring, configuration, now);
		if (figures.waiting + figures.dead > 0)
			return context.fail('Not everything could be sent: see "earshot notices list", or try again in a minute.');
		context.say(`Sent to ${staff.name}, with whatever else was due.`, { ...figures });
	});
}

/** Adds the commands about notices. */
export function registerNotices(program: Command, context: CliContext): void {
	const notices = program.command('notices').description('what goes out to people, and what did not');
	notices
		.command('list')
		.description('how many stand how, how they go out, and which were given up')
		.action(() => list(context));
	notices
		.command('retry')
		.description('try again what was given up')
		.argument('[notice]', 'the id of one')
		.option('--all', 'all of them')
		.action((id: string | undefined, options: { all?: boolean }) => retry(context, id, options));
	notices
		.command('test')
		.description('send a test message to somebody with an account, now')
		.requiredOption('--email <address>', 'whom to')
		.action((options: { email: string }) => test(context, options));
}
