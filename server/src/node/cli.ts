import { writeSync } from 'node:fs';
import { isatty } from 'node:tty';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import pc from 'picocolors';
import { architectures } from '../core/domain/target.ts';
import { runCalls } from './commands/calls.ts';
import { runCheck } from './commands/check.ts';
import { emulateHelp, runEmulate, type EmulateOptions } from './commands/emulate.ts';
import { runDiff, runKernel } from './commands/kernel.ts';
import { runDockerfile, runImage } from './commands/image.ts';
import { runExplain } from './commands/explain.ts';
import { runLsp } from './commands/lsp.ts';
import { UsageError, type Terminal } from './terminal.ts';
import { version } from './version.ts';

const onTerminal = isatty(1);
const terminal: Terminal = {
	assets: __dirname,
	colours: pc.createColors(onTerminal && (process.env.NO_COLOR ?? '') === ''),
	width: onTerminal ? process.stdout.columns : undefined,
	write: (text) => process.stdout.write(text),
};

const format = (...choices: string[]): Option =>
	new Option('--format <form>', 'form of the output').choices(choices).default('text');
const arch = new Option('--arch <name>', 'architecture').choices([...architectures]).default('x86_64');
const list = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

const program = new Command('syscall-lens')
	.description('Will this line still work on the kernel under my container?')
	.version(version)
	.enablePositionalOptions()
	.exitOverride()
	.configureOutput({ outputError: () => undefined });

program
	.command('check')
	.description('hold the calls of files and folders against the kernels they must run on')
	.argument('[path...]', 'files and folders', ['.'])
	.option('--host <id>', 'a kernel it runs on, e.g. rhel7, 5.10, debian:12, gvisor (may be repeated)', list)
	.option('--image <ref>', 'an image that stands for every Dockerfile, e.g. python:3.9-slim')
	.addOption(new Option('--arch <name>', 'architecture').choices([...architectures]))
	.option('--profile <name>', 'container profile: docker, podman, containerd, docker@20.10.9, none, or a seccomp.json')
	.addOption(
		new Option('--fail-on <severity>', 'exit with 1 at findings of this severity or above')
			.choices(['error', 'warning', 'information', 'never'])
			.default('warning'),
	)
	.addOption(format('text', 'json'))
	.action(async (paths: string[], options: Parameters<typeof runCheck>[1]) => {
		process.exitCode = await runCheck(paths, options, terminal);
	});
program
	.command('calls')
	.description('list every recognised call that bears a system call, without judgement')
	.argument('[path...]', 'files and folders', ['.'])
	.addOption(format('text', 'json'))
	.action((paths: string[], options: { format: string }) => runCalls(paths, options, terminal));
program
	.command('image')
	.description('tell what an image reference resolves to')
	.argument('<reference>', 'e.g. python:3.9-slim-buster')
	.addOption(format('text', 'json'))
	.action((reference: string, options: { format: string }) => runImage(reference, options, terminal));
program
	.command('dockerfile')
	.description('list the stages of a Dockerfile, each resolved')
	.argument('<file>')
	.addOption(format('text', 'json'))
	.action((file: string, options: { format: string }) => runDockerfile(file, options, terminal));
program
	.command('explain')
	.description('explain a system call (openat2) or an API (c:fopen, python:os.urandom, node:fs.copyFile)')
	.argument('<name>')
	.addOption(format('text', 'json'))
	.action((name: string, options: { format: string }) => runExplain(name, options, terminal));
program
	.command('kernel')
	.description('list the system calls of a kernel (5.10, rhel7, debian:11, gvisor)')
	.argument('<id>')
	.addOption(arch)
	.addOption(format('text', 'json'))
	.action((id: string, options: Parameters<typeof runKernel>[1]) => runKernel(id, options, terminal));
program
	.command('diff')
	.description('tell which system calls were added and removed between two kernels')
	.argument('<from>')
	.argument('<to>')
	.addOption(arch)
	.addOption(format('text', 'json'))
	.action((from: string, to: string, options: Parameters<typeof runKernel>[1]) => runDiff(from, to, options, terminal));
program
	.command('emulate')
	.description(
		'run a command as if on a kernel or under a container profile, and tell which missing calls it asked for',
	)
	.argument('[command...]', 'the command and its arguments, after --')
	.option('--kernel <id>', 'the kernel, e.g. rhel7, 5.10, debian:11, gvisor')
	.option('--profile <name>', 'container profile: docker, podman, containerd, docker@20.10.9, or a seccomp.json')
	.addOption(new Option('--arch <name>', "architecture (the machine's own by default)").choices([...architectures]))
	.option('--print-profile', 'run nothing: write an OCI seccomp profile for Docker and Podman that does the same')
	.option('--output <file>', 'write the report there and not on standard error')
	.addOption(format('text', 'json'))
	.addHelpText('after', emulateHelp)
	.passThroughOptions()
	.action(async (command: string[], options: EmulateOptions) => {
		const colours = pc.createColors(isatty(2) && (process.env.NO_COLOR ?? '') === '');
		const write = (text: string): void => {
			writeSync(2, text);
		};
		process.exitCode = await runEmulate(command, options, terminal, { colours, write });
	});
program
	.command('lsp')
	.description('serve an editor over the language server protocol')
	.option('--stdio', 'over standard input and output (the only way)')
	.action(() => runLsp(terminal));

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	process.exit(error.code === 'EPIPE' ? process.exitCode : 2);
});

program.parseAsync().catch((error: unknown) => {
	process.exitCode = report(error);
});

/** Says what went wrong in one line and gives the exit status. */
function report(error: unknown): number {
	if (error instanceof CommanderError && error.exitCode === 0) {
		return 0; // --help, --version
	}
	const isUsage =
		error instanceof CommanderError || error instanceof InvalidArgumentError || error instanceof UsageError;
	const message = error instanceof Error ? error.message : String(error);
	const text = isUsage
		? message.replace(/^error: /, '')
		: `internal error: ${message}. Please report it with the file that caused it.`;
	process.stderr.write(`syscall-lens: ${text.split('\n').join(' ')}\n`);
	return 2;
}
