/*
 * `earshot staff …`: accounts of staff, elected members and the advocacy service from the command line, and the written
 * emergency way for an administrator who is locked out. What is allowed is decided in lib/auth.
 */
import { ROLES, TENANTS, type Tenant } from '#lib/auth/actor.ts';
import { disableColleague, enableColleague } from '#lib/auth/colleagues/access.server.ts';
import { stateOf } from '#lib/auth/colleagues/colleague.ts';
import { rescueStaff } from '#lib/auth/colleagues/rescues.server.ts';
import { addStaff, colleaguesOf, type Colleague } from '#lib/auth/staff/accounts.server.ts';
import { ENROLMENT_DAYS } from '#lib/auth/staff/enrolments.server.ts';
import type { Database } from '#lib/database/schema.ts';
import type { Command } from 'commander';
import type { CliContext } from './context.ts';

const LONGEST_REASON = 200;

/** Everybody of both tenants, with whose they are. */
async function everybody(db: Database): Promise<(Colleague & { tenant: Tenant })[]> {
	const all = TENANTS.map(async (tenant) => (await colleaguesOf(db, tenant)).map((one) => ({ ...one, tenant })));
	return (await Promise.all(all)).flat();
}

/** Whose address this is, closed accounts too. */
async function named(context: CliContext, db: Database, email: string): Promise<Colleague> {
	const address = email.trim().toLowerCase();
	const found = (await everybody(db)).find((one) => one.email === address);
	return found ?? context.wrong(`Nobody has an account with the address "${email}". See them all: earshot staff list`);
}

/** The link to enrol with, and the sentence that goes with it. */
function linkFor(origin: string | undefined, code: string): { link: string; told: string } {
	const link = `${origin ?? ''}/enrol#${code}`;
	const told = `Give this link in person; it works once, within ${ENROLMENT_DAYS} days, and is shown only now:\n  ${link}`;
	return { link, told };
}

interface AddOptions {
	email: string;
	name: string;
	role: string[];
}

async function add(context: CliContext, { email, name, role }: AddOptions): Promise<void> {
	await context.open(async ({ db, actor, configuration }) => {
		const added = await addStaff(db, actor, { email, name, roles: role }, new Date());
		if (added.kind === 'wrong') return context.wrong(added.reasons.join('\n'));
		if (added.kind === 'there already')
			return context.fail(`Somebody with the address ${email} has an account already.`);
		if (added.kind !== 'added') return context.fail('This may only be done by an administrator.');
		const { link, told } = linkFor(configuration.origin, added.code);
		context.say(`${name} has an account. ${told}`, { ...added, link });
	});
}

async function list(context: CliContext): Promise<void> {
	await context.open(async ({ db }) => {
		const staff = (await everybody(db)).map((one) => ({ ...one, state: stateOf(one) }));
		const lines = staff.map(({ email, name, tenant, roles, state }) => {
			const whose = tenant === 'advocacy' ? ' (advocacy service)' : '';
			return `${state.padEnd(12)}  ${email}  ${name}${whose}: ${roles.join(', ')}`;
		});
		context.say(lines.join('\n') || 'Nobody has an account yet: earshot staff add --help', { staff });
	});
}

interface RescueOptions {
	email: string;
	reason: string;
	makeAdministrator?: boolean;
}

const NOT_RESCUED = {
	nobody: 'There is no such account.',
	disabled: 'The account is closed: earshot staff enable --email … opens it first.',
	'another tenant': 'The advocacy service has no administrators of the council.',
	'two can decide': 'Two administrators can decide this themselves: on the page Staff and roles.'
} as const;

async function rescue(context: CliContext, { email, reason, makeAdministrator }: RescueOptions): Promise<void> {
	const why = reason.trim();
	if (why === '' || why.length > LONGEST_REASON)
		return context.wrong(
			`--reason must say why, in 1 to ${LONGEST_REASON} characters and without a young person’s name: it stays in the record.`
		);
	await context.open(async ({ db, actor, configuration }) => {
		const { id } = await named(context, db, email);
		const wanted = { reason: why, makeAdministrator: makeAdministrator === true };
		const rescued = await rescueStaff(db, actor, id, wanted, new Date());
		if (rescued.kind !== 'rescued') return context.fail(`${NOT_RESCUED[rescued.kind]} Nothing was changed.`);
		const { link, told } = linkFor(configuration.origin, rescued.code);
		const became = rescued.becameAdministrator ? ' and is an administrator now' : '';
		context.say(
			`${rescued.name} is signed out everywhere${became}. ${told}\nThe record says that this was done here, and why.`,
			{ ...rescued, id, link }
		);
	});
}

async function disable(context: CliContext, { email }: { email: string }): Promise<void> {
	await context.open(async ({ db, actor }) => {
		const { id, name } = await named(context, db, email);
		const { kind } = await disableColleague(db, actor, id, new Date());
		if (kind === 'last administrator')
			return context.fail(
				`${name} is the only administrator who can act. Make another one first; nothing was changed.`
			);
		context.say(`${name} is signed out everywhere, and the account is closed.`, { kind, id });
	});
}

async function enable(context: CliContext, { email }: { email: string }): Promise<void> {
	await context.open(async ({ db, actor }) => {
		const { id, name } = await named(context, db, email);
		const { kind } = await enableColleague(db, actor, id, new Date());
		context.say(`${name} can sign in again, with the roles from before.`, { kind, id });
	});
}

/** Adds the `staff` commands. */
export function registerStaff(program: Command, context: CliContext): void {
	const staff = program.command('staff').description('accounts of staff, elected members and advocacy workers');
	staff
		.command('add')
		.description('add an account; prints the one-time link to enrol with (advocacy workers are added only here)')
		.requiredOption('--email <address>', 'used to sign in')
		.requiredOption('--name <name>', 'as colleagues know them')
		.requiredOption(
			'--role <role>',
			`may be given several times: ${ROLES.join(', ')}`,
			(one: string, all: string[] = []) => [...all, one]
		)
		.action((options: AddOptions) => add(context, options));
	staff
		.command('list')
		.description('everybody who has an account, with roles and whether they have enrolled')
		.action(() => list(context));
	staff
		.command('rescue')
		.description('the emergency way for a locked-out administrator: signs them out, prints a new link to enrol with')
		.requiredOption('--email <address>', 'of the account')
		.requiredOption('--reason <words>', 'why; it stays in the record for good')
		.option('--make-administrator', 'also make them an administrator, while there are not two who could decide it')
		.action((options: RescueOptions) => rescue(context, options));
	staff
		.command('disable')
		.description('close an account at once and sign it out everywhere; never the last administrator')
		.requiredOption('--email <address>', 'of the account')
		.action((options: { email: string }) => disable(context, options));
	staff
		.command('enable')
		.description('open a closed account again, with its roles')
		.requiredOption('--email <address>', 'of the account')
		.action((options: { email: string }) => enable(context, options));
}
