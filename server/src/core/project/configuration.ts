import { findNodeAtLocation, parseTree, type Node, type ParseError, printParseErrorCode } from 'jsonc-parser';
import { lineIndex, type LineIndex } from '../domain/lineIndex.ts';
import { nearest } from '../domain/nearest.ts';
import { severities, verdictCodes, type FileFinding, type Severity, type VerdictCode } from '../domain/finding.ts';
import { architectures, type Architecture } from '../domain/target.ts';

/** The file at a folder's root that the command line and every editor read. */
export const configurationFileName = '.syscall-lens.json';

/** What a project says of itself; the same keys as the editor's settings. */
export interface Configuration {
	/** Names of the kernels it really runs on; when there are any they stand instead of the images' own. */
	readonly hosts: readonly string[];
	readonly arch: Architecture;
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

export const defaultConfiguration: Configuration = {
	hosts: [],
	arch: 'x86_64',
	profile: 'docker',
	images: {},
	guards: [],
	ignore: [],
	severity: {},
	run: 'onType',
};

/** What a value must be, beyond its JSON type, to be believed; asked of the facts by the caller. */
export interface ConfigurationFacts {
	/** Names near to a host that names no kernel; undefined when it names one. */
	hostProblem(id: string): readonly string[] | undefined;
	/** Names near to a profile that is none; undefined when it is one. */
	profileProblem(id: string): readonly string[] | undefined;
}

/** A configuration as far as it could be read, and what is wrong with the rest, each at its place. */
export interface ReadConfiguration {
	readonly configuration: Partial<Configuration>;
	readonly problems: readonly FileFinding[];
}

/** Reads a `.syscall-lens.json`. Comments and trailing commas are welcome; what is wrong is left out and told. */
export function readConfiguration(text: string, facts: ConfigurationFacts): ReadConfiguration {
	const errors: ParseError[] = [];
	const root = parseTree(text, errors, { allowTrailingComma: true });
	const index = lineIndex(text);
	const problems = errors.map((error) =>
		problem(index, error.offset, Math.max(1, error.length), `Not JSON here (${printParseErrorCode(error.error)}).`),
	);
	if (root?.type !== 'object') {
		if (text.trim() !== '' && errors.length === 0) {
			problems.push(problem(index, 0, text.length, 'This must be an object: { "hosts": ["rhel8"] }.'));
		}
		return { configuration: {}, problems };
	}
	const settings = Object.fromEntries(
		(root.children ?? []).map((property) => [String(property.children?.[0]?.value), plainValue(property.children?.[1])]),
	);
	const checked = checkSettings(settings, facts);
	for (const { path, message } of checked.problems) {
		const node = findNodeAtLocation(root, [...path]) ?? root;
		const key = path.length === 1 && message.startsWith('Unknown setting') ? node.parent?.children?.[0] : undefined;
		const at = key ?? node;
		problems.push(problem(index, at.offset, at.length, message));
	}
	return { configuration: checked.configuration, problems };
}

/** A value that can't be believed: where in the settings it stands, and why. */
export interface SettingProblem {
	readonly path: readonly (string | number)[];
	readonly message: string;
}

/** Takes from unknown settings (an editor's, a file's) what has the right form; tells of the rest. */
export function checkSettings(
	settings: Readonly<Record<string, unknown>>,
	facts: ConfigurationFacts,
): { readonly configuration: Partial<Configuration>; readonly problems: readonly SettingProblem[] } {
	const problems: SettingProblem[] = [];
	const configuration: { -readonly [K in keyof Configuration]?: Configuration[K] } = {};
	for (const [key, value] of Object.entries(settings)) {
		if (key === '$schema' || value === undefined || value === null) {
			continue;
		}
		switch (key) {
			case 'hosts':
				configuration.hosts = strings(value, [key], problems).filter((host) =>
					accept(facts.hostProblem(host), [key, (value as unknown[]).indexOf(host)], `'${host}' names no kernel`, problems),
				);
				break;
			case 'profile':
				if (typeof value !== 'string') {
					problems.push({ path: [key], message: 'This must be a text, such as "docker".' });
				} else if (accept(facts.profileProblem(value), [key], `'${value}' names no profile`, problems)) {
					configuration.profile = value;
				}
				break;
			case 'arch':
				configuration.arch = oneOf(value, architectures, [key], problems);
				break;
			case 'run':
				configuration.run = oneOf(value, ['onType', 'onSave'] as const, [key], problems);
				break;
			case 'guards':
			case 'ignore':
				configuration[key] = strings(value, [key], problems);
				break;
			case 'images':
				configuration.images = record(value, [key], problems, (text) => (typeof text === 'string' ? text : undefined));
				break;
			case 'severity':
				configuration.severity = record(value, [key], problems, (level) =>
					[...severities, 'off' as const].find((known) => known === level),
				);
				break;
			default:
				problems.push({ path: [key], message: `Unknown setting '${key}'.${didYouMean(nearest(key, Object.keys(defaultConfiguration)))}` });
		}
	}
	for (const code of Object.keys(configuration.severity ?? {})) {
		if (!(allCodes as readonly string[]).includes(code)) {
			problems.push({ path: ['severity', code], message: `'${code}' is no verdict.${didYouMean(nearest(code, allCodes))}` });
		}
	}
	return { configuration, problems };
}

/** Every verdict that a severity can be set for, those that later releases give included. */
const allCodes = [
	...verdictCodes,
	'absent-flag',
	'absent-api',
	'blocked-syscall',
	'needless-guard',
	'image-needs-newer-host',
	'image-needs-legacy-host',
] as const;

function accept(
	suggestions: readonly string[] | undefined,
	path: readonly (string | number)[],
	what: string,
	problems: SettingProblem[],
): boolean {
	if (suggestions !== undefined) {
		problems.push({ path, message: `${what}.${didYouMean(suggestions)}` });
	}
	return suggestions === undefined;
}

/** ` Did you mean rhel7 or rhel8?`, or nothing. */
export function didYouMean(names: readonly string[]): string {
	return names.length === 0 ? '' : ` Did you mean ${names.join(' or ')}?`;
}

function strings(value: unknown, path: readonly string[], problems: SettingProblem[]): readonly string[] {
	if (!Array.isArray(value)) {
		problems.push({ path, message: 'This must be a list of texts.' });
		return [];
	}
	return value.filter((item, i): item is string => {
		if (typeof item !== 'string') {
			problems.push({ path: [...path, i], message: 'This must be a text.' } as SettingProblem);
		}
		return typeof item === 'string';
	});
}

function record<T>(
	value: unknown,
	path: readonly string[],
	problems: SettingProblem[],
	read: (item: unknown) => T | undefined,
): Record<string, T> {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		problems.push({ path, message: 'This must be an object of names and values.' });
		return {};
	}
	const result: Record<string, T> = {};
	for (const [key, item] of Object.entries(value)) {
		const known = read(item);
		if (known === undefined) {
			problems.push({ path: [...path, key], message: `${JSON.stringify(item)} is no value for this.` });
		} else {
			result[key] = known;
		}
	}
	return result;
}

function oneOf<T extends string>(
	value: unknown,
	known: readonly T[],
	path: readonly string[],
	problems: SettingProblem[],
): T | undefined {
	const found = known.find((item) => item === value);
	if (found === undefined) {
		problems.push({ path, message: `This must be one of ${known.join(', ')}.` });
	}
	return found;
}

function plainValue(node: Node | undefined): unknown {
	switch (node?.type) {
		case undefined:
			return undefined;
		case 'array':
			return (node.children ?? []).map(plainValue);
		case 'object':
			return Object.fromEntries((node.children ?? []).map((p) => [String(p.children?.[0]?.value), plainValue(p.children?.[1])]));
		case 'property':
		case 'string':
		case 'number':
		case 'boolean':
		case 'null':
			return node.value;
	}
}

function problem(index: LineIndex, offset: number, length: number, message: string): FileFinding {
	return {
		code: 'configuration',
		severity: 'warning',
		range: { start: index.positionAt(offset), end: index.positionAt(offset + length) },
		message,
	};
}

/** Lays configurations over each other; a later one wins key by key. */
export function mergeConfigurations(...layers: readonly Partial<Configuration>[]): Configuration {
	const merged: Record<string, unknown> = { ...defaultConfiguration };
	for (const layer of layers) {
		for (const [key, value] of Object.entries(layer)) {
			if (value !== undefined) {
				merged[key] = value;
			}
		}
	}
	return merged as unknown as Configuration;
}
