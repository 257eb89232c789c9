import type { Architecture, Kernel } from '../../core/domain/target.ts';
import { comparisonText, kernelText } from '../../core/report/kernelText.ts';
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
	if (format === 'json') {
		writeJson(terminal, { version: 1, kernel: kernelJson(kernel), arch, syscalls: service.syscallsOf(kernel, arch) });
		return;
	}
	terminal.write(kernelText(service.describeKernel(kernel, arch), terminal.colours, terminal.width));
}

/** Runs `diff`: what was added and removed from one kernel to another. */
export async function runDiff(
	from: string,
	to: string,
	{ arch, format }: KernelOptions,
	terminal: Terminal,
): Promise<void> {
	const service = await commandService(terminal);
	const [older, newer] = [kernelOf(from, service), kernelOf(to, service)];
	if (format === 'json') {
		const { added, removed } = service.diff(older, newer, arch);
		writeJson(terminal, { version: 1, from: kernelJson(older), to: kernelJson(newer), arch, added, removed });
		return;
	}
	terminal.write(comparisonText(service.compareKernels(older, newer, arch), terminal.colours, terminal.width));
}

function kernelJson({ id, release, vendor }: Kernel): object {
	return { id, release, vendor };
}
