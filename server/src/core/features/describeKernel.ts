import type { Catalog, DistroRelease, VendorKernel } from '../catalog/catalog.ts';
import type { Caveat } from '../catalog/generated.ts';
import type { KernelRelease } from '../domain/kernelRelease.ts';
import type { Architecture, Kernel } from '../domain/target.ts';
import { availability, type Origin } from '../kernels/availability.ts';
import { distroNamed } from '../kernels/kernel.ts';
import { syscallsOf } from '../kernels/kernelTable.ts';

/** A call that a kernel has, with what people ask of it. */
export interface DescribedCall {
	readonly name: string;
	readonly number: number;
	/** The mainline release that added it on the architecture; null where that is not known. */
	readonly since: KernelRelease | null;
	readonly from: Origin;
	/** What a sandbox's table says of a call that it has in part. */
	readonly note?: string;
	readonly summary: string;
}

/** A call that a kernel has not, and why. */
export interface MissingCall {
	readonly name: string;
	readonly since: KernelRelease | null;
	/** `left out (CONFIG_IO_URING)`, `EPERM; ENOSYS with CAP_SYS_TIME`. */
	readonly why: string;
	readonly summary: string;
}

/** What a kernel is, and what it offers on an architecture. */
export interface DescribedKernel {
	readonly kernel: Kernel;
	readonly arch: Architecture;
	/** `rhel7: Red Hat Enterprise Linux 7.9, on Linux 3.10`. */
	readonly title: string;
	/** By number. */
	readonly calls: readonly DescribedCall[];
	/** Calls of the base release that a distribution's kernel has not. */
	readonly leftOut: readonly MissingCall[];
	/** What a sandbox refuses: what its table names first, then what the table does not know. */
	readonly refused: readonly MissingCall[];
	/** Calls that are there, yet may be refused. */
	readonly caveats: readonly Caveat[];
	/** How far the table is to be trusted, in sentences. */
	readonly notes: readonly string[];
}

/** Describes what `kernel` offers on `arch`. */
export function describeKernel(kernel: Kernel, arch: Architecture, catalog: Catalog): DescribedKernel {
	const vendor = kernel.vendor === null ? undefined : catalog.vendorKernel(kernel.vendor);
	return {
		kernel,
		arch,
		title: kernelTitle(kernel, catalog),
		calls: callsOf(kernel, arch, catalog),
		leftOut: vendor?.base === 'mainline' ? leftOut(kernel, arch, catalog) : [],
		refused: vendor?.base === 'none' ? refused(kernel, vendor, arch, catalog) : [],
		caveats: vendor?.base === 'mainline' ? vendor.caveats : [],
		notes: notesOf(kernel, vendor, arch, catalog),
	};
}

/** All that `kernel` offers on `arch`, by number, with the words that go with each. */
export function callsOf(kernel: Kernel, arch: Architecture, catalog: Catalog): readonly DescribedCall[] {
	return syscallsOf(kernel, arch, catalog).map((row) => {
		const note = partialNote(row.name, kernel, arch, catalog);
		return { ...row, ...(note !== undefined && { note }), summary: catalog.syscall(row.name)?.summary ?? '' };
	});
}

/** Why `kernel` has not got a call, in a few words. */
export function missingCall(name: string, kernel: Kernel, arch: Architecture, catalog: Catalog): MissingCall {
	const has = availability(name, kernel, arch, catalog);
	const summary = catalog.syscall(name)?.summary ?? '';
	return has.kind === 'present'
		? { name, since: has.since, why: '', summary }
		: { name, since: has.since, why: reasonWords(name, has, kernel, arch, catalog), summary };
}

/** A kernel in full: `rhel7: Red Hat Enterprise Linux 7.9, on Linux 3.10`, `debian:12 ships with Linux 6.1`. */
export function kernelTitle(kernel: Kernel, catalog: Catalog): string {
	const { id, release, vendor } = kernel;
	const known = vendor === null ? undefined : catalog.vendorKernel(vendor);
	if (known?.base === 'none') {
		return `${id}: ${known.name}, which reports Linux ${release}`;
	}
	const backports = known === undefined ? '' : ` and the back-ports of ${known.name}`;
	if (id !== vendor && distroNamed(id, catalog) !== undefined) {
		return `${id} ships with Linux ${release}${backports}`;
	}
	return known === undefined ? `Linux ${release}` : `${id}: ${known.name}, on Linux ${release}`;
}

function leftOut(kernel: Kernel, arch: Architecture, catalog: Catalog): readonly MissingCall[] {
	const base = { id: kernel.release, release: kernel.release, vendor: null };
	const has = new Set(syscallsOf(kernel, arch, catalog).map(({ name }) => name));
	return syscallsOf(base, arch, catalog)
		.filter(({ name }) => !has.has(name))
		.map(({ name }) => missingCall(name, kernel, arch, catalog));
}

function refused(kernel: Kernel, vendor: VendorKernel, arch: Architecture, catalog: Catalog): readonly MissingCall[] {
	const newest = { id: catalog.newestRelease, release: catalog.newestRelease, vendor: null };
	const table = vendor.base === 'none' ? (vendor.architectures[arch] ?? {}) : {};
	const missing = catalog
		.syscalls()
		.filter(({ numbers, status }) => numbers[arch] !== undefined && status !== 'never-implemented')
		.filter(({ name }) => availability(name, kernel, arch, catalog).kind === 'absent')
		.sort((a, b) => (a.numbers[arch] ?? 0) - (b.numbers[arch] ?? 0))
		.map(({ name }) => name);
	const named = missing.filter((name) => name in table);
	const unknown = missing.filter(
		(name) => !(name in table) && availability(name, newest, arch, catalog).kind === 'present',
	);
	return [...named, ...unknown].map((name) => missingCall(name, kernel, arch, catalog));
}

/** What a sandbox's table names of a call that it has in part. */
export function partialNote(
	name: string,
	{ vendor }: Kernel,
	arch: Architecture,
	catalog: Catalog,
): string | undefined {
	const known = vendor === null ? undefined : catalog.vendorKernel(vendor);
	const call = known?.base === 'none' ? known.architectures[arch]?.[name] : undefined;
	return call?.level === 'partial' && call.options !== undefined
		? `its table names ${call.options.join(', ')}`
		: undefined;
}

function reasonWords(
	name: string,
	has: Extract<ReturnType<typeof availability>, { kind: 'absent' }>,
	{ vendor }: Kernel,
	arch: Architecture,
	catalog: Catalog,
): string {
	const known = vendor === null ? undefined : catalog.vendorKernel(vendor);
	switch (has.reason) {
		case 'newer':
			return `came in ${has.since ?? 'a later release'}`;
		case 'removed':
			return `removed in ${has.removedIn ?? 'an earlier release'}`;
		case 'not-built': {
			const lack = known?.base === 'mainline' ? known.architectures[arch]?.lacks[name] : undefined;
			return lack?.kconfig === undefined ? 'not built' : `left out (CONFIG_${lack.kconfig})`;
		}
		case 'not-on-architecture':
			return `not on ${arch}`;
		case 'never':
			return 'never implemented';
		case 'sandbox':
			return sandboxWords(name, known, arch);
	}
}

function sandboxWords(name: string, known: VendorKernel | undefined, arch: Architecture): string {
	const call = known?.base === 'none' ? known.architectures[arch]?.[name] : undefined;
	if (call?.level !== 'refused') {
		return 'ENOSYS (not in its table)';
	}
	const { errno, capability, errnoWithCapability } = call;
	return capability === undefined ? errno : `${errno}; ${errnoWithCapability ?? errno} with ${capability}`;
}

function notesOf(
	kernel: Kernel,
	vendor: VendorKernel | undefined,
	arch: Architecture,
	catalog: Catalog,
): readonly string[] {
	const distro = kernel.id === kernel.vendor ? undefined : distroNamed(kernel.id, catalog);
	return [...distroNotes(distro), ...vendorNotes(kernel, vendor, arch)];
}

function distroNotes(distro: DistroRelease | undefined): readonly string[] {
	if (distro?.kernel === undefined || distro.kernel === null) {
		return [];
	}
	const { certainty, release } = distro.kernel;
	return [
		`An image has no kernel of its own: ${release} is the one its user space was made for.`,
		...(certainty === 'recalled' || certainty === 'inferred'
			? [`That it ships with ${release} is ${certainty}, not verified.`]
			: []),
		...(distro.note === undefined ? [] : [distro.note]),
	];
}

function vendorNotes({ release }: Kernel, vendor: VendorKernel | undefined, arch: Architecture): readonly string[] {
	if (vendor === undefined) {
		return [];
	}
	if (vendor.architectures[arch] !== undefined) {
		return [vendor.note];
	}
	return vendor.base === 'none'
		? [`No table of ${vendor.name} is known for ${arch}.`]
		: [`Its back-ports were not examined on ${arch}: the table of Linux ${release} counts, which is a lower bound.`];
}
