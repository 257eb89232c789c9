import path from 'node:path';
import type { DeclaredImage } from '../../core/project/targets.ts';
import type { Configuration } from '../../core/project/configuration.ts';
import { didYouMean } from '../../core/project/checkSettings.ts';
import type { Kernel } from '../../core/domain/target.ts';
import { createLanguageService, type LanguageService } from '../../core/languageService.ts';
import type { NoProfile, RuleProfile } from '../../core/profiles/profile.ts';
import { createNodeHost, toCorePath } from '../host.ts';
import { UsageError, type Terminal } from '../terminal.ts';

/** The service as a command uses it: no workspace, settings only from files and arguments. */
export function commandService(
	terminal: Terminal,
	overrides: Partial<Configuration> = {},
	images?: readonly DeclaredImage[],
): Promise<LanguageService> {
	return createLanguageService(createNodeHost(terminal.assets), () => ({
		roots: [],
		settings: () => Promise.resolve({}),
		overrides,
		images,
	}));
}

/** Turns arguments into the core's paths; a path that isn't there is a wrong usage. */
export async function existingPaths(paths: readonly string[], terminal: Terminal): Promise<readonly string[]> {
	const host = createNodeHost(terminal.assets);
	const existing = [];
	for (const given of paths) {
		const file = toCorePath(given);
		if ((await host.readText(file)).kind === 'missing') {
			throw new UsageError(`${given}: no such file or folder. Give a path that exists.`);
		}
		existing.push(file);
	}
	return existing;
}

/** A path as it is shown: from the working folder where it lies in it, else whole. */
export function shownPath(file: string): string {
	const relative = path.relative(process.cwd(), file);
	return relative === '' || relative.startsWith('..') || path.isAbsolute(relative)
		? file
		: relative.replaceAll('\\', '/');
}

/** A kernel by the name people use; an unknown name is a wrong usage with the nearest ones. */
export function kernelOf(id: string, service: LanguageService): Kernel {
	const kernel = service.kernel(id);
	if ('suggestions' in kernel) {
		throw new UsageError(
			`'${id}' names no kernel.${didYouMean(kernel.suggestions)} Try 5.10, rhel7, debian:12 or gvisor.`,
		);
	}
	return kernel;
}

/** A container profile by the name people use, or the path of a file; anything else is a wrong usage. */
export async function profileOf(id: string, service: LanguageService): Promise<RuleProfile | NoProfile> {
	const profile = await service.profile(id.endsWith('.json') ? toCorePath(id) : id);
	switch (profile.kind) {
		case 'unknown':
			throw new UsageError(
				`'${id}' names no profile.${didYouMean(profile.suggestions)} Try docker, podman, containerd or none.`,
			);
		case 'bad':
			throw new UsageError(`${profile.problem}. Give the path of a seccomp.json.`);
		case 'rules':
		case 'none':
			return profile;
	}
}
