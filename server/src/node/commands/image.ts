import type { BaseImage } from '../../core/domain/baseImage.ts';
import { createNodeHost, toCorePath } from '../host.ts';
import { UsageError, writeJson, type Terminal } from '../terminal.ts';
import { commandService } from './service.ts';

/** Runs `image`: what a reference resolves to. */
export async function runImage(
	reference: string,
	{ format }: { readonly format: string },
	terminal: Terminal,
): Promise<void> {
	const image = (await commandService(terminal)).image(reference);
	if (format === 'json') {
		writeJson(terminal, { version: 1, ...image });
	} else {
		terminal.write(`${terminal.colours.bold(reference)}: ${imageWords(image)}\n`);
	}
}

/** Runs `dockerfile`: its stages, each resolved. */
export async function runDockerfile(
	file: string,
	{ format }: { readonly format: string },
	terminal: Terminal,
): Promise<void> {
	const read = await createNodeHost(terminal.assets).readText(toCorePath(file));
	if (read.kind !== 'text') {
		throw new UsageError(
			`${file}: ${read.kind === 'missing' ? 'no such file' : `not a readable text (${read.kind})`}. Give the path of a Dockerfile.`,
		);
	}
	const described = (await commandService(terminal)).dockerfile(read.text);
	if (format === 'json') {
		const stages = described.stages.map(({ index, name, line, raw, reference, parent, image }) => ({
			index,
			name,
			line,
			raw,
			reference,
			parent,
			image,
		}));
		writeJson(terminal, { version: 1, stages, final: described.final });
		return;
	}
	for (const { index, name, line, reference, image } of described.stages) {
		const mark = index === described.final ? terminal.colours.green('→') : ' ';
		const title = terminal.colours.bold(`${index}${name === null ? '' : ` ${name}`}`);
		terminal.write(`${mark} ${title} (line ${line + 1}) ${reference}: ${imageWords(image)}\n`);
	}
	if (described.stages.length === 0) {
		terminal.write('No FROM line.\n');
	}
}

function imageWords(image: BaseImage): string {
	if (image.distro === null || image.kernel === null) {
		return `kernel unknown (${image.unknown ?? 'no release'})`;
	}
	const { distro, kernel, libc, interpreter, endOfLife } = image;
	return [
		`${distro.id} ${distro.version}${distro.codename === null ? '' : ` (${distro.codename})`}`,
		`Linux ${kernel.release}${kernel.vendor === null ? '' : ` with ${kernel.vendor}'s back-ports`}`,
		libc === null ? '' : `${libc.name} ${libc.version ?? ''}`.trim(),
		interpreter === null ? '' : `${interpreter.name} ${interpreter.version ?? ''}`.trim(),
		endOfLife === null ? '' : `end of life ${endOfLife}`,
	]
		.filter(Boolean)
		.join(', ');
}
