import type { Catalog } from '../catalog/catalog.ts';
import type { StartupRow } from '../catalog/startup.ts';
import type { BaseImage } from '../domain/baseImage.ts';
import type { Architecture, Runtime } from '../domain/target.ts';
import { startupNeeds } from '../judgement/startup.ts';
import type { ResolvedStage } from '../project/declaredImages.ts';
import { architectureOf, releaseName } from '../project/targets.ts';
import { unknownReason } from './targetWords.ts';

/** The hover of a FROM line: release and kernel first, then libc, interpreter, end of life, and what a floor is. */
export function imageMarkdown({ root, image }: ResolvedStage, assumed: Architecture, catalog: Catalog): string {
	const name = root.reference;
	if (image.distro === null || image.kernel === null) {
		return [
			`**? kernel unknown** — ${unknownReason(name, image.unknown ?? 'no-release')}`,
			'Name its release in the setting `images`, or the kernels it runs on in `hosts`.',
		].join('\n\n');
	}
	return [
		`**${releaseName(image.distro)} ships with Linux ${image.kernel.release}**`,
		`\`${name}\` → ${facts(image)}.`,
		`An image has no kernel of its own: ${image.kernel.release} is the one its user space was made for, and the oldest that code on it is held against.`,
		...startup(image, architectureOf(root.platform) ?? assumed, catalog),
	].join('\n\n');
}

function facts({ distro, kernel, libc, interpreter, endOfLife }: BaseImage): string {
	return [
		distro === null || distro.codename === null ? '' : `release ${distro.codename}`,
		kernel === null || kernel.vendor === null ? '' : `kernel ${kernel.vendor} with its back-ports`,
		libc === null ? '' : `${libc.name} ${libc.version ?? '(version unknown)'}`,
		interpreter === null ? '' : `${interpreter.name} ${interpreter.version ?? '(version unknown)'}`,
		endOfLife === null ? '' : `end of life ${endOfLife}`,
	]
		.filter(Boolean)
		.join(', ');
}

/** One line on what the image needs merely to start; none where it needs nothing that a kernel of today lacks. */
function startup({ libc, interpreter }: BaseImage, arch: Architecture, catalog: Catalog): readonly string[] {
	const needs = [libc, interpreter].flatMap((runtime) =>
		runtime === null ? [] : startupNeeds(runtime, arch, catalog).map((row) => startupWords(runtime, row)),
	);
	return needs.length === 0 ? [] : [`To start, ${needs.join('; ')}.`];
}

function startupWords({ name, version }: Runtime, { kernel, syscalls, kernelFrom }: StartupRow): string {
	const calls = (syscalls ?? []).map((call) => `\`${call}\``).join(', ');
	const where = kernelFrom === undefined ? '' : ` where the kernel says it is ${kernelFrom} or newer`;
	return `${name} ${version ?? ''} needs ${kernel === undefined ? calls : `Linux ${kernel} or newer`}${where}`;
}
