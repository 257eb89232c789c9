import type { Catalog } from '../catalog/catalog.ts';
import type { Architecture, Kernel } from '../domain/target.ts';
import { availability } from '../kernels/availability.ts';
import type { NoProfile, RuleProfile } from '../profiles/profile.ts';
import { profileVerdict } from '../profiles/verdict.ts';

/** What a program shall run as if on: a kernel, a container profile, or a container on a kernel. */
export interface Emulated {
	readonly kernel: Kernel | null;
	readonly profile: RuleProfile | NoProfile | null;
	readonly arch: Architecture;
}

/** A call that must not get through. */
export interface RefusedCall {
	readonly syscall: string;
	readonly number: number;
	/** What the program sees: an errno's name, `errno 71`, or `SIGSYS` where the profile kills it. */
	readonly errno: string;
	readonly by: 'kernel' | 'profile';
}

/** What has to be done so that a program meets another kernel, and what can't be. */
export interface EmulationPlan extends Emulated {
	/** By number. */
	readonly refused: readonly RefusedCall[];
	/** Calls that the emulated kernel has and the machine's own has not. */
	readonly notHere: readonly string[];
	/** Calls that the profile refuses for some arguments only: they get through. */
	readonly conditional: readonly { readonly syscall: string; readonly note: string }[];
}

/** Tells which calls a kernel lacks and a profile refuses. `machine` is the kernel that runs, where it is known. */
export function emulationPlan(
	{ kernel, profile, arch }: Emulated,
	machine: Kernel | undefined,
	catalog: Catalog,
): EmulationPlan {
	const refused: RefusedCall[] = [];
	const notHere: string[] = [];
	const running = (kernel ?? machine)?.release;
	const conditional: { syscall: string; note: string }[] = [];
	for (const { name, numbers, status } of catalog.syscalls()) {
		const number = numbers[arch];
		if (number === undefined || status === 'never-implemented') {
			continue; // nobody's kernel answers it
		}
		const verdict = profile === null ? undefined : profileVerdict(profile, name, { arch, kernel: running });
		const has = kernel === null ? undefined : availability(name, kernel, arch, catalog);
		if (verdict?.kind === 'refused') {
			refused.push({ syscall: name, number, errno: verdict.errno, by: 'profile' }); // the filter answers first
		} else if (has?.kind === 'absent') {
			refused.push({ syscall: name, number, errno: has.errno ?? 'ENOSYS', by: 'kernel' });
		} else if (machine !== undefined && availability(name, machine, arch, catalog).kind === 'absent') {
			notHere.push(name);
		}
		if (verdict?.kind === 'conditional' && verdict.on === 'arguments') {
			conditional.push({ syscall: name, note: verdict.note });
		}
	}
	refused.sort((a, b) => a.number - b.number);
	return { kernel, profile, arch, refused, notHere: kernel === null ? [] : notHere, conditional };
}
