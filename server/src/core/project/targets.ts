import type { Catalog } from '../catalog/catalog.ts';
import type { BaseImage } from '../domain/baseImage.ts';
import { kernelRelease } from '../domain/kernelRelease.ts';
import type { Architecture, Declaration, Kernel, KnownTarget, Target } from '../domain/target.ts';
import { resolveKernel } from '../kernels/kernel.ts';
import { assumedProfile, type Configuration } from './configuration.ts';

/** An image that something declared: the reference as people read it, what it resolves to, and where it stands. */
export interface DeclaredImage {
	readonly reference: string;
	readonly image: BaseImage;
	/** From `--platform`; null where the line says nothing. */
	readonly arch: Architecture | null;
	readonly declaredAt: Declaration;
}

/**
 * What code is held against: each declared host with the images' libc, or without hosts each image's own kernel.
 * No host and no image gives no target.
 */
export function targetsOf(
	images: readonly DeclaredImage[],
	configuration: Configuration,
	catalog: Catalog,
): readonly Target[] {
	if (configuration.hosts.length === 0) {
		return unique(images.map((declared) => imageTarget(declared, configuration, catalog)));
	}
	const kernels = configuration.hosts
		.map((host) => resolveKernel(host, catalog))
		.filter((kernel) => kernel.kind !== 'unknown');
	const known = images.filter(({ image }) => image.unknown === null);
	return kernels.flatMap((kernel) =>
		known.length === 0
			? [hostTarget(kernel, undefined, configuration)]
			: unique(known.map((declared) => hostTarget(kernel, declared, configuration))),
	);
}

function hostTarget(kernel: Kernel, declared: DeclaredImage | undefined, configuration: Configuration): KnownTarget {
	return {
		kind: 'known',
		id: kernel.id,
		floor: kernel,
		ceiling: kernel,
		declaredHost: true,
		libc: declared?.image.libc ?? null,
		interpreter: declared?.image.interpreter ?? null,
		arch: declared?.arch ?? configuration.arch,
		profile: profileName(configuration),
		runtime: kernel.vendor === 'gvisor' ? 'gvisor' : null,
		declaredAt: { kind: 'setting' },
	};
}

function imageTarget(declared: DeclaredImage, configuration: Configuration, catalog: Catalog): Target {
	const { image } = declared;
	if (image.kernel === null || image.distro === null) {
		return {
			kind: 'unknown',
			id: declared.reference,
			reason: image.unknown ?? 'no-release',
			declaredAt: declared.declaredAt,
		};
	}
	const id = releaseName(image.distro);
	return {
		kind: 'known',
		id,
		floor: { id, release: kernelRelease(image.kernel.release), vendor: image.kernel.vendor },
		ceiling: { id: catalog.newestRelease, release: catalog.newestRelease, vendor: null },
		declaredHost: false,
		libc: image.libc,
		interpreter: image.interpreter,
		arch: declared.arch ?? configuration.arch,
		profile: profileName(configuration),
		runtime: null,
		declaredAt: declared.declaredAt,
	};
}

function profileName({ profile }: Configuration): string {
	return profile === '' ? assumedProfile : profile;
}

/** `debian:11`; only the name where a distribution has no releases. */
export function releaseName(distro: { readonly id: string; readonly version: string }): string {
	return distro.version === '' ? distro.id : `${distro.id}:${distro.version}`;
}

/** The architecture of a platform such as `linux/arm64/v8`, or null for one that no table of ours describes. */
export function architectureOf(platform: string | null): Architecture | null {
	const name =
		platform
			?.toLowerCase()
			.split('/')
			.find((part) => part !== 'linux') ?? '';
	const known: Readonly<Record<string, Architecture>> = {
		amd64: 'x86_64',
		x86_64: 'x86_64',
		386: 'i386',
		i386: 'i386',
		arm64: 'arm64',
		aarch64: 'arm64',
		arm: 'arm',
		riscv64: 'riscv64',
		ppc64le: 'ppc64',
		s390x: 's390x',
	};
	return known[name] ?? null;
}

/** Two Dockerfiles with the same base say the same thing: the first stands for both. */
function unique<T extends Target>(targets: readonly T[]): readonly T[] {
	const byMeaning = new Map<string, T>();
	for (const target of targets) {
		const { declaredAt: _, ...meaning } = target;
		const key =
			target.kind === 'unknown' ? `${target.id} ${declarationKey(target.declaredAt)}` : JSON.stringify(meaning);
		if (!byMeaning.has(key)) {
			byMeaning.set(key, target);
		}
	}
	return [...byMeaning.values()];
}

function declarationKey(at: Declaration): string {
	return `${at.path ?? at.kind}:${at.range?.start.line ?? 0}`;
}
