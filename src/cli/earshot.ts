#!/usr/bin/env node
/*
 * `earshot`: the command line. Registers the commands, and turns what went wrong into a sentence and an exit code.
 */
import { Command, CommanderError } from 'commander';
import { registerAudit } from './audit.ts';
import { registerCodes } from './waves/codes.ts';
import { cliContext, Stop } from './context.ts';
import { registerCouncil } from './council.ts';
import { registerKeys } from './keys.ts';
import { registerNotices } from './notices.ts';
import packageFile from '../../package.json' with { type: 'json' };
import { registerPeople } from './people.ts';
import { registerRelease } from './release.ts';
import { registerRetention } from './retention.ts';
import { registerStaff } from './staff.ts';
import { registerUpkeep } from './upkeep/commands.ts';
import { registerWave } from './waves/wave.ts';

const { version } = packageFile;
const program = new Command('earshot')
	.description('Earshot: a participation and feedback portal for children in care and care leavers')
	.option('--json', 'print results for machines')
	.version(version, '--version', 'which version this is')
	.showHelpAfterError()
	.exitOverride();
const context = cliContext(() => program.opts<{ json?: boolean }>().json === true);

registerUpkeep(program, context);
registerStaff(program, context);
registerCouncil(program, context);
registerPeople(program, context);
registerWave(program, context);
registerCodes(program, context);
registerRelease(program, context);
registerRetention(program, context);
registerNotices(program, context);
registerAudit(program, context);
registerKeys(program, context);

function settle(commands: readonly Command[]): void {
	for (const command of commands) {
		// A subcommand takes --json too, wherever it stands in the line.
		command
			.exitOverride()
			.option('--json', 'print results for machines')
			.on('option:json', () => program.setOptionValue('json', true));
		command.showHelpAfterError();
		settle(command.commands);
	}
}
settle(program.commands);

/** What went wrong, as a sentence for people or an object for machines. */
function tell(message: string, code: number): void {
	const { json } = program.opts<{ json?: boolean }>();
	console.error(json ? JSON.stringify({ error: message, code }) : message);
	process.exitCode = code;
}

try {
	await program.parseAsync();
} catch (fault) {
	if (fault instanceof Stop) tell(fault.message, fault.code);
	else if (fault instanceof CommanderError) process.exitCode = fault.exitCode === 0 ? 0 : 2;
	else if (process.env['EARSHOT_DEBUG']) throw fault;
	// Nobody reads a stack in an office: the sentence first, the rest on demand.
	else tell(`It stopped: ${fault instanceof Error ? fault.message : String(fault)} (EARSHOT_DEBUG=1 shows where.)`, 1);
}
