import { kernelRelease, type KernelRelease } from '../domain/kernelRelease.ts';
import type { Host } from '../host.ts';
import type { ApiList, ApiNames } from '../languages/language.ts';
import type { Api, LanguageId } from './apis.ts';
import type { DistroRelease } from './distros.ts';
import { createFlags, type FlagGroup, type Flags } from './flags.ts';
import type { VendorKernel } from './kernels.ts';
import { createProfiles, type EngineFacts, type Profiles } from './profiles.ts';
import type { StartupRow, StartupRows } from './startup.ts';
import type { Syscall } from './syscalls.ts';

export type { DistroRelease, Syscall, VendorKernel };

/** The compiled facts, as `catalog.json` holds them. */
export interface CatalogData {
	readonly version: 1;
	/** The newest mainline release that the facts cover. */
	readonly newestKernel: string;
	readonly syscalls: readonly Syscall[];
	readonly kernels: readonly VendorKernel[];
	readonly distros: readonly DistroRelease[];
	readonly apis?: Readonly<Partial<Record<LanguageId, Readonly<Record<string, Api>>>>>;
	readonly flags?: readonly FlagGroup[];
	readonly profiles: readonly EngineFacts[];
	readonly startup?: StartupRows;
}

/** Look-ups in the facts. */
export interface Catalog extends ApiNames, ApiList, Flags, Profiles {
	readonly newestRelease: KernelRelease;
	syscall(name: string): Syscall | undefined;
	/** An Api by its canonical name, those that scanners pass by included. */
	knownApi(language: LanguageId, name: string): Api | undefined;
	/** All of them, by name. */
	syscalls(): readonly Syscall[];
	/** A release by distribution and version: `debian`, `12`. */
	distro(id: string, version: string): DistroRelease | undefined;
	/** A release by the name of its row: `debian-12`, `arch`. */
	distroRow(row: string): DistroRelease | undefined;
	distros(): readonly DistroRelease[];
	/** A kernel by id or alias: `rhel7`, `rhel8`, `gvisor`. */
	vendorKernel(id: string): VendorKernel | undefined;
	vendorKernels(): readonly VendorKernel[];
	/** What a library or interpreter needs to start, by its name: `glibc`, `node`. Empty where nothing is known. */
	startupOf(runtime: string): readonly StartupRow[];
}

/** Reads the compiled facts that ship with the product. */
export async function loadCatalog(host: Host): Promise<Catalog> {
	const bytes = await host.readAsset('catalog.json');
	return createCatalog(JSON.parse(new TextDecoder().decode(bytes)) as CatalogData);
}

/** Indexes the facts. */
export function createCatalog(data: CatalogData): Catalog {
	const syscalls = new Map(data.syscalls.map((syscall) => [syscall.name, syscall]));
	const kernels = new Map(data.kernels.flatMap((one) => [one.id, ...one.aliases].map((name) => [name, one])));
	const rows = new Map(data.distros.map((distro) => [distro.row, distro]));
	const releases = new Map(data.distros.map((distro) => [`${distro.id} ${distro.version}`, distro]));
	const names = new Map<string, ReadonlyMap<number, string>>();
	const knownApi = (language: LanguageId, name: string): Api | undefined => own(own(data.apis, language), name);
	return Object.freeze<Catalog>({
		...createFlags(data.flags ?? []),
		...createProfiles(data.profiles),
		newestRelease: kernelRelease(data.newestKernel),
		syscall: (name) => syscalls.get(name),
		syscalls: () => data.syscalls,
		isSyscall: (name) => syscalls.has(name),
		syscallByNumber(number, arch = 'x86_64') {
			const known = names.get(arch) ?? namesByNumber(data.syscalls, arch);
			names.set(arch, known);
			return known.get(number);
		},
		api(language, name) {
			const api = knownApi(language, name);
			return api?.everyday ? undefined : api;
		},
		knownApi,
		apiNames: (language) =>
			Object.values(own(data.apis, language) ?? {})
				.filter(({ everyday }) => !everyday)
				.map(({ name }) => name),
		distro: (id, version) => releases.get(`${id} ${version}`),
		distroRow: (row) => rows.get(row),
		distros: () => data.distros,
		vendorKernel: (id) => kernels.get(id),
		vendorKernels: () => data.kernels,
		startupOf: (runtime) => own(data.startup, runtime) ?? [],
	});
}

function namesByNumber(syscalls: readonly Syscall[], arch: string): ReadonlyMap<number, string> {
	const names = new Map<number, string>();
	for (const { name, numbers } of syscalls) {
		const number = own<number>(numbers, arch);
		if (number !== undefined) {
			names.set(number, name);
		}
	}
	return names;
}

/** A property of the object itself: a user's `constructor` is no name of ours. */
function own<T>(object: Readonly<Partial<Record<string, T>>> | undefined, key: string): T | undefined {
	return object !== undefined && Object.hasOwn(object, key) ? object[key] : undefined;
}
