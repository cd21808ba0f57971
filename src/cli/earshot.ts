#!/usr/bin/env node
/*
 * `earshot`: the command line. Registers the commands, and turns what went wrong into a sentence and an exit code.
 */
import { Command, CommanderError } from 'commander';
import { registerCodes } from './codes.ts';
import { cliContext, Stop } from './context.ts';
import { registerPeople } from './people.ts';
import { registerRelease } from './release.ts';
import { registerUpkeep } from './upkeep.ts';
import { registerWave } from './wave.ts';

const program = new Command('earshot')
	.description('Earshot: a participation and feedback portal for children in care and care leavers')
	.option('--json', 'print results for machines')
	.showHelpAfterError('(add --help to see what is right)')
	.exitOverride();
const context = cliContext(() => program.opts<{ json?: boolean }>().json === true);

registerUpkeep(program, context);
registerPeople(program, context);
registerWave(program, context);
registerCodes(program, context);
registerRelease(program, context);

function settle(commands: readonly Command[]): void {
	for (const command of commands) {
		// A subcommand takes --json too, wherever it stands in the line.
		command
			.exitOverride()
			.option('--json', 'print results for machines')
			.on('option:json', () => program.setOptionValue('json', true));
		command.showHelpAfterError('(add --help to see what is right)');
		settle(command.commands);
	}
}
settle(program.commands);

try {
	await program.parseAsync();
} catch (fault) {
	if (fault instanceof Stop) {
		console.error(fault.message);
		process.exitCode = fault.code;
	} else if (fault instanceof CommanderError) {
		process.exitCode = fault.exitCode === 0 ? 0 : 2;
	} else throw fault;
}
