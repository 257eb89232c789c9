import type { Architecture, Kernel } from '../../core/domain/target.ts';
import { writeJson, type Terminal } from '../terminal.ts';
import { commandService, kernelOf } from './service.ts';

export interface KernelOptions {
	readonly arch: Architecture;
	readonly format: string;
}

/** Runs `kernel`: the syscalls of a kernel, by number. */
export async function runKernel(id: string, { arch, format }: KernelOptions, terminal: Terminal): Promise<void> {
	const service = await commandService(terminal);
	const kernel = kernelOf(id, service);
	const syscalls = service.syscallsOf(kernel, arch);
	if (format === 'json') {
		writeJson(terminal, { version: 1, kernel: kernelJson(kernel), arch, syscalls });
		return;
	}
	const { bold, dim } = terminal.colours;
	terminal.write(`${bold(title(kernel))}, ${arch}: ${syscalls.length} system calls\n\n`);
	for (const { number, name, since, from } of syscalls) {
		const note = from === 'mainline' ? '' : ` ${from === 'backport' ? `back-port of ${since ?? '?'}` : from}`;
		terminal.write(
			`${String(number).padStart(5)}  ${name.padEnd(28)}${(since ?? '').padEnd(8)}${dim(note)}\n`.replace(
				/ +\n$/,
				'\n',
			),
		);
	}
}

/** Runs `diff`: names added and removed from one kernel to another. */
export async function runDiff(
	from: string,
	to: string,
	{ arch, format }: KernelOptions,
	terminal: Terminal,
): Promise<void> {
	const service = await commandService(terminal);
	const [older, newer] = [kernelOf(from, service), kernelOf(to, service)];
	const { added, removed } = service.diff(older, newer, arch);
	if (format === 'json') {
		writeJson(terminal, { version: 1, from: kernelJson(older), to: kernelJson(newer), arch, added, removed });
		return;
	}
	const { bold, green, red } = terminal.colours;
	terminal.write(
		`${bold(`${title(older)} → ${title(newer)}`)}, ${arch}: ${added.length} added, ${removed.length} removed\n\n`,
	);
	terminal.write(
		[...added.map((name) => green(`+ ${name}`)), ...removed.map((name) => red(`- ${name}`))].join('\n') + '\n',
	);
}

function kernelJson({ id, release, vendor }: Kernel): object {
	return { id, release, vendor };
}

function title({ id, release, vendor }: Kernel): string {
	return id === release ? `Linux ${release}` : `${id} (Linux ${release}${vendor === null ? '' : `, ${vendor}`})`;
}
