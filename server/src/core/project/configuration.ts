import type { Severity, VerdictCode } from '../domain/finding.ts';
import type { Architecture } from '../domain/target.ts';

/** The file at a folder's root that the command line and every editor read. */
export const configurationFileName = '.syscall-lens.json';

/** What a project says of itself; the same keys as the editor's settings. */
export interface Configuration {
	/** Names of the kernels it really runs on; when there are any they stand instead of the images' own. */
	readonly hosts: readonly string[];
	readonly arch: Architecture;
	/** A container profile, or empty where none was named: then `assumedProfile` stands for it. */
	readonly profile: string;
	/** Own references, each with the release it stands for: `{"registry.corp/base": "ubi8"}`. */
	readonly images: Readonly<Record<string, string>>;
	/** Own functions that probe for a call. */
	readonly guards: readonly string[];
	/** Globs, as in .gitignore, of what is not checked. */
	readonly ignore: readonly string[];
	readonly severity: Readonly<Partial<Record<VerdictCode, Severity | 'off'>>>;
	readonly run: 'onType' | 'onSave';
}

/** The profile of most containers: Docker's newest. */
export const assumedProfile = 'docker';

export const defaultConfiguration: Configuration = {
	hosts: [],
	arch: 'x86_64',
	profile: '',
	images: {},
	guards: [],
	ignore: [],
	severity: {},
	run: 'onType',
};

/** Lays configurations over each other; a later one wins key by key. */
export function mergeConfigurations(...layers: readonly Partial<Configuration>[]): Configuration {
	const merged: Record<string, unknown> = { ...defaultConfiguration };
	for (const layer of layers) {
		for (const [key, value] of Object.entries<unknown>(layer)) {
			if (value !== undefined) {
				merged[key] = value;
			}
		}
	}
	return merged as unknown as Configuration;
}
