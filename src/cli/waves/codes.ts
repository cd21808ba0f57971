/*
 * `earshot codes …`: issuing code cards and noting replacements. The map from child to code is only in the files written.
 */
import { rmSync } from 'node:fs';
import type { Command } from 'commander';
import { staffByEmail } from '#lib/auth/staff/accounts.server.ts';
import { findYoungPerson } from '#lib/people/roster.server.ts';
import { councilName } from '#lib/settings/council.server.ts';
import { writeCards } from '#lib/waves/cards.server.ts';
import { issueCodes, noteReplacement } from '#lib/waves/codes.server.ts';
import { canBeCounted } from '#lib/waves/wave-keys.server.ts';
import { folderGiven, type CliContext } from '../context.ts';
import { waveNamed } from './wave-named.ts';

const MOST_SPARES = 200;

interface IssueOptions {
	out: string;
	spares: string;
	origin?: string;
	second?: string;
}

async function issue(context: CliContext, name: string, options: IssueOptions): Promise<void> {
	const spares = Number(options.spares);
	if (!Number.isInteger(spares) || spares < 0 || spares > MOST_SPARES) {
		context.wrong(`--spares must be a whole number from 0 to ${MOST_SPARES}, but is "${options.spares}".`);
	}
	folderGiven(context, '--out', options.out);
	await context.open(async ({ db, keyring, actor, configuration }) => {
		const wave = await waveNamed(context, db, name);
		const origin = options.origin ?? configuration.origin;
		if (!origin || !URL.canParse(origin)) {
			return context.wrong('--origin must be the address people type, like https://earshot.example (or set ORIGIN).');
		}
		if (!(await canBeCounted(keyring, wave.id, wave.test_seal ?? ''))) {
			return context.fail(
				`"${wave.name}" has no key in this keyring, so it could take no answers: no cards were made.`
			);
		}
		const second = options.second ? await staffByEmail(db, options.second) : null;
		if (options.second && !second)
			return context.wrong(
				`--second must be the email address of a member of staff, but nobody has "${options.second}".`
			);
		let files: string[] = [];
		let hashing: ((done: number) => void) | undefined;
		let printing: ((done: number) => void) | undefined;
		try {
			const issued = await issueCodes(
				db,
				actor,
				wave,
				{ spares, second: second?.name ?? null },
				async (codes) => {
					files = await writeCards(db, keyring, actor, wave, codes, {
						folder: options.out,
						council: await councilName(db),
						origin: new URL(origin).origin,
						progress: (done, of) => (printing ??= context.progress('Cards', of))(done)
					});
				},
				(done, of) => (hashing ??= context.progress('Codes', of))(done)
			);
			if (issued.kind === 'not open')
				return context.fail(`"${wave.name}" is ${wave.status}: codes are issued while it is open.`);
			if (issued.kind === 'nothing to issue')
				return context.fail('Everybody has a code already. For a lost card: earshot codes replace --help');
			if (issued.kind === 'second person')
				return context.wrong(
					'Everybody has a card already. More spare cards need a second member of staff who knows of it: --second EMAIL.'
				);
			if (issued.kind === 'not allowed') return context.fail('This may only be done by a participation officer.');
			context.say(
				[
					`${issued.cards} cards and ${issued.spares} spare cards.`,
					...files.map((file) => `  ${file}`),
					'Which young person has which code stands in these files and nowhere else.',
					'Print and post them, then delete them: nobody can make them again.'
				].join('\n'),
				{ ...issued, files }
			);
		} catch (fault) {
			// Codes that were not stored must not be posted.
			for (const file of files) rmSync(file, { force: true });
			if (fault instanceof Error && 'code' in fault && fault.code === 'EEXIST') {
				return context.wrong(
					`${options.out} holds cards of this wave already. Give --out another folder; nothing has changed.`
				);
			}
			throw fault;
		}
	});
}

const REPLACED = {
	'not allowed': 'This may only be done by a participation officer.',
	'not open': 'Cards are replaced only while the wave is open.',
	'had none': 'This young person has not been issued a card yet: earshot codes issue',
	'had two already':
		'This young person has had a replacement already; more than two would let one person answer too often.',
	'not invited': 'This young person is not part of this wave.',
	'same person': 'A second member of staff must be there.'
} as const;

async function replace(context: CliContext, name: string, options: { child: string; second: string }): Promise<void> {
	await context.open(async ({ db, actor }) => {
		const wave = await waveNamed(context, db, name);
		const second = await staffByEmail(db, options.second);
		if (!second)
			return context.wrong(
				`--second must be the email address of a member of staff, but nobody has "${options.second}".`
			);
		const person = await findYoungPerson(db, actor, options.child);
		if (!person)
			return context.wrong(`--child must be a child’s number in the return; there is no "${options.child}".`);
		const replaced = await noteReplacement(db, actor, wave, person, second.name);
		if (replaced !== 'noted') return context.fail(REPLACED[replaced]);
		context.say(
			`Noted, with ${second.name}: hand over one spare card of the same survey. The first card stays valid.`,
			{ replaced }
		);
	});
}

/** Adds the `codes` commands. */
export function registerCodes(program: Command, context: CliContext): void {
	const codes = program.command('codes').description('survey codes and their cards');
	codes
		.command('issue')
		.description('issue a code to everybody invited who has none: a PDF of cards and a CSV for a mail house, in one go')
		.argument('<wave>', 'the wave’s name or id')
		.requiredOption('--out <folder>', 'where to write the cards; the only place where names and codes stand together')
		.option('--spares <number>', 'spare cards for each version, for replacements', '10')
		.option('--second <email>', 'a second member of staff, when only more spare cards are made')
		.option('--origin <address>', 'the address people type; ORIGIN if not given')
		.action((name: string, options: IssueOptions) => issue(context, name, options));
	codes
		.command('replace')
		.description('note that a young person was handed a spare card, with a second member of staff')
		.argument('<wave>', 'the wave’s name or id')
		.requiredOption('--child <number>', 'CHILD of the statutory return')
		.requiredOption('--second <email>', 'the second member of staff')
		.action((name: string, options: { child: string; second: string }) => replace(context, name, options));
}
