#!/usr/bin/env node
/** The command `snapback`: reads the arguments, runs one command, leaves its exit code. */
import { setFlagsFromString } from 'node:v8';
import { commands } from './commands.ts';
import { ExitCode } from './exit-code.ts';
import { terminal } from './io.ts';
import { run } from './run.ts';

const args = process.argv.slice(2);
const color = args.includes('--no-color') ? false : args.includes('--color') ? true : undefined;

// Whoever reads our output may stop before the end (`snapback … | head`): no fault, and nothing to tell.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? ExitCode.Ok : ExitCode.Bug);
});

const isBrief = commands[args[0] ?? '']?.brief === true && !args.some((arg) => arg.startsWith('--questions'));
if (isBrief) setFlagsFromString('--no-opt');

process.exitCode = await run(args, terminal(color));
