/*
 * `earshot audit verify | anchor | list`: proving at the command line that the record is whole, and reading it there.
 * The verifying, anchoring and finding are the module audit's.
 */
import type { Command } from 'commander';
import { anchorRecord } from '#lib/audit/anchors.server.ts';
import { readRecordFilter } from '#lib/audit/listing/filter.ts';
import { listRecord } from '#lib/audit/listing/lists.server.ts';
import { verifyRecord, type Verified } from '#lib/audit/verify.server.ts';
import { TENANTS, type Tenant } from '#lib/auth/actor.ts';
import type { CliContext } from './context.ts';

function tenantGiven(context: CliContext, given: string | undefined): readonly Tenant[] {
	if (given === undefined) return TENANTS;
	const tenant = TENANTS.find((one) => one === given);
	return tenant ? [tenant] : context.wrong(`--tenant must be ${TENANTS.join(' or ')}, but is "${given}".`);
}

function inWords(tenant: Tenant, found: Verified): string {
	if (found.kind === 'sound')
		return `${tenant}: ${found.events.toLocaleString('en-GB')} events up to ${found.through}, nothing missing.`;
	return [`${tenant}: it does not fit together.`, ...found.faults.map(({ words }) => `  ${words}`)].join('\n');
}

async function verify(context: CliContext, options: { tenant?: string }): Promise<void> {
	const tenants = tenantGiven(context, options.tenant);
	await context.open(async ({ db, ledger }) => {
		const found = new Map<Tenant, Verified>();
		for (const tenant of tenants) found.set(tenant, await verifyRecord(db, ledger, tenant));
		const told = [...found].map(([tenant, one]) => inWords(tenant, one)).join('\n');
		const isWhole = [...found.values()].every(({ kind }) => kind === 'sound');
		context.say(told, { sound: isWhole, ...Object.fromEntries(found) });
		const isCut = [...found.values()].some(
			(one) => one.kind === 'broken' && one.faults.some(({ what }) => what === 'truncated')
		);
		const restored = isCut ? ' If a restore was interrupted before, run “earshot restore” again first.' : '';
		if (!isWhole)
			context.fail(`The record is damaged. Keep everything as it is and find out who could write to it.${restored}`);
	});
}

async function anchor(context: CliContext): Promise<void> {
	await context.open(async ({ db, ledger }) => {
		const written = await anchorRecord(db, ledger, new Date());
		const told = written.map(({ tenant, place }) => `${tenant}: anchored at event ${place}.`).join('\n');
		context.say(told || 'Nothing has happened since the last anchor.', { anchored: written });
	});
}

interface ListOptions {
	who?: string;
	what?: string;
	about?: string;
	from?: string;
	to?: string;
}

/** The same list as the administrators' page, the newest fifty that fit; the advocacy service's record is not listed here. */
async function list(context: CliContext, options: ListOptions): Promise<void> {
	const filter = readRecordFilter(new URLSearchParams(Object.entries(options)));
	for (const name of ['who', 'what', 'about', 'from', 'to'] as const) {
		if (options[name] && filter[name] === '') context.wrong(`--${name}: "${options[name]}" is nothing to look for.`);
	}
	await context.open(async ({ db, keyring, actor }) => {
		const events = (await listRecord(db, keyring, actor, filter))?.events ?? [];
		const lines = events.map(({ place, at, who, what, about, besides }) =>
			[place, at.toISOString(), who, what, about, besides].filter((part) => part !== null && part !== '').join(' · ')
		);
		context.say(lines.join('\n') || 'Nothing fits.', { events });
	});
}

/** Adds the commands about the record. */
export function registerAudit(program: Command, context: CliContext): void {
	const audit = program.command('audit').description('the record of who did what: is it whole, and what is in it');
	audit
		.command('verify')
		.description('read every event and the anchors outside the database; exit code 1 when anything does not fit')
		.option('--tenant <tenant>', 'council or advocacy; both if not given')
		.action((options: { tenant?: string }) => verify(context, options));
	audit
		.command('anchor')
		.description('write the end of each record into the ledger now; the server does it every hour')
		.action(() => anchor(context));
	audit
		.command('list')
		.description('the newest fifty events of the council that fit, in words; no names of young people')
		.option('--who <id>', 'a member of staff by id, or young-people, server, nobody')
		.option('--what <kind>', 'a kind such as "signed in", or a group such as people')
		.option('--about <kind>', 'a kind of subject such as "young person" or setting')
		.option('--from <date>', 'from this day on, such as 2027-03-01')
		.option('--to <date>', 'up to the end of this day')
		.action((options: ListOptions) => list(context, options));
}
