import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Architecture, Kernel } from '../../core/domain/target.ts';
import { seccompProfile } from '../../core/emulation/seccompProfile.ts';
import type { EmulationPlan } from '../../core/emulation/plan.ts';
import type { LanguageService } from '../../core/languageService.ts';
import { emulationJson, emulationText, type EmulatedRun } from '../../core/report/emulationText.ts';
import type { Colours } from '../../core/report/text.ts';
import { findProgram } from '../emulation/findProgram.ts';
import { readLog, runTraced, type Ending } from '../emulation/runTraced.ts';
import { findStrace, injectionOf, requireTracing } from '../emulation/strace.ts';
import { UsageError, writeJson, type Terminal } from '../terminal.ts';
import { commandService, kernelOf, profileOf } from './service.ts';

export interface EmulateOptions {
	readonly kernel?: string;
	readonly profile?: string;
	readonly arch?: Architecture;
	readonly format: string;
	readonly output?: string;
	readonly printProfile?: boolean;
}

/** What `--help` says after the options. */
export const emulateHelp = `
The command runs here, with its own input, outputs and exit status; each system call that the kernel lacks or the
profile refuses answers the error it would answer there. The report goes to standard error.

Not emulated: flags and operations that came later under an old call; rules of a profile that look at arguments;
calls that never reach the kernel (the vDSO's); calls that this machine's own kernel has not; another architecture
than this machine's. Programs that gain rights when they start (sudo, ping) start without them.`;

/** Where a report is written for people. */
interface Errors {
	readonly colours: Colours;
	readonly write: (text: string) => void;
}

/** Runs `emulate` and gives the exit status of the command; where a signal ended it, that signal ends us too. */
export async function runEmulate(
	command: readonly string[],
	options: EmulateOptions,
	terminal: Terminal,
	errors: Errors,
): Promise<number> {
	const service = await commandService(terminal);
	const plan = await planOf(options, service);
	if (options.printProfile === true) {
		printProfile(plan, terminal, errors);
		return 0;
	}
	const { ending, write } = await emulate(command, options, plan, service);
	write(errors);
	return endLike(ending);
}

async function planOf({ kernel, profile, arch }: EmulateOptions, service: LanguageService): Promise<EmulationPlan> {
	if (kernel === undefined && profile === undefined) {
		throw new UsageError('emulate what? Name a kernel (--kernel rhel7), a profile (--profile docker@20.10.9) or both.');
	}
	const emulated = {
		kernel: kernel === undefined ? null : kernelOf(kernel, service),
		profile: profile === undefined ? null : await profileOf(profile, service),
		arch: arch ?? machineArchitecture() ?? 'x86_64',
	};
	return service.emulationPlan(emulated, machineKernel(service));
}

/** The kernel under us by its release, where our data knows it; a newer one is taken for the newest. */
function machineKernel(service: LanguageService): Kernel | undefined {
	if (process.platform !== 'linux') {
		return undefined;
	}
	const release = /^\d+\.\d+/.exec(os.release())?.[0] ?? '';
	const kernel = service.kernel(release);
	return 'suggestions' in kernel ? kernelOf(service.catalog.newestRelease, service) : kernel;
}

function machineArchitecture(): Architecture | undefined {
	const known: Readonly<Record<string, Architecture>> = {
		x64: 'x86_64',
		ia32: 'i386',
		arm64: 'arm64',
		arm: 'arm',
		riscv64: 'riscv64',
		ppc64: 'ppc64',
		s390x: 's390x',
	};
	return known[process.arch];
}

function printProfile(plan: EmulationPlan, terminal: Terminal, errors: Errors): void {
	writeJson(terminal, seccompProfile(plan));
	errors.write(
		`syscall-lens: refuses ${plan.refused.length} calls. Needs an engine whose libseccomp knows their names: an older one lets unknown calls through, or refuses the profile.\n`,
	);
}

async function emulate(
	command: readonly string[],
	options: EmulateOptions,
	plan: EmulationPlan,
	service: LanguageService,
): Promise<{ readonly ending: Ending; readonly write: (errors: Errors) => void }> {
	if (process.platform !== 'linux') {
		throw new UsageError(
			'emulate needs Linux. Take --print-profile, and run the command in Docker or Podman under it.',
		);
	}
	if (plan.arch !== machineArchitecture()) {
		throw new UsageError(
			`this machine is ${process.arch}, and programs for ${plan.arch} don't run on it. Leave --arch out.`,
		);
	}
	const [program] = command;
	if (program === undefined) {
		throw new UsageError('no command to run. Write it after --: syscall-lens emulate --kernel rhel7 -- python3 app.py');
	}
	if (findProgram(program) === undefined) {
		throw new UsageError(`${program}: no such program. Give one that is in PATH, or its path.`);
	}
	if (options.output !== undefined && !existsSync(path.dirname(path.resolve(options.output)))) {
		throw new UsageError(`${options.output}: no such folder. Give --output a path in one that exists.`);
	}
	const strace = findStrace();
	const injection = injectionOf(plan, strace);
	requireTracing(strace, injection);
	const folder = mkdtempSync(path.join(os.tmpdir(), 'syscall-lens-'));
	try {
		const log = path.join(folder, 'strace.log');
		const ending = await runTraced(command, strace, injection, log);
		const report = service.emulationReport(plan, await readLog(log));
		const run: EmulatedRun = { command, ...ending, unknownToStrace: injection.unknown, strace: strace.version };
		const write = (errors: Errors): void => {
			const colours = options.output === undefined ? errors.colours : plainColours;
			const text =
				options.format === 'json'
					? `${JSON.stringify(emulationJson(plan, report, run), null, 2)}\n`
					: emulationText(plan, report, run, colours);
			if (options.output === undefined) {
				errors.write(text);
			} else {
				writeFileSync(options.output, text);
			}
		};
		return { ending, write };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

const plain = (text: string): string => text;
const plainColours: Colours = { bold: plain, dim: plain, red: plain, yellow: plain, blue: plain, green: plain };

function endLike({ status, signal }: Ending): number {
	if (signal !== null) {
		process.kill(process.pid, signal);
		return 128 + os.constants.signals[signal]; // for the moment until it arrives, or where we survive it
	}
	return status ?? 0;
}
