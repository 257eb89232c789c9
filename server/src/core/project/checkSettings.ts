import { severities, verdictCodes } from '../domain/finding.ts';
import { nearest } from '../domain/nearest.ts';
import { architectures } from '../domain/target.ts';
import { defaultConfiguration, type Configuration } from './configuration.ts';

/** What a value must be, beyond its JSON type, to be believed; asked of the facts by the caller. */
export interface ConfigurationFacts {
	/** Names near to a host that names no kernel; undefined when it names one. */
	hostProblem(id: string): readonly string[] | undefined;
	/** Names near to a profile that is none; undefined when it is one. */
	profileProblem(id: string): readonly string[] | undefined;
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
					accept(
						facts.hostProblem(host),
						[key, (value as unknown[]).indexOf(host)],
						`'${host}' names no kernel`,
						problems,
					),
				);
				break;
			case 'profile':
				if (typeof value !== 'string') {
					problems.push({ path: [key], message: 'This must be a text, such as "docker".' });
				} else if (
					value === '' ||
					accept(facts.profileProblem(value), [key], `'${value}' names no profile`, problems)
				) {
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
				problems.push({
					path: [key],
					message: `Unknown setting '${key}'.${didYouMean(nearest(key, Object.keys(defaultConfiguration)))}`,
				});
		}
	}
	for (const code of Object.keys(configuration.severity ?? {})) {
		if (!(verdictCodes as readonly string[]).includes(code)) {
			problems.push({
				path: ['severity', code],
				message: `'${code}' is no verdict.${didYouMean(nearest(code, verdictCodes))}`,
			});
		}
	}
	return { configuration, problems };
}

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
			problems.push({ path: [...path, i], message: 'This must be a text.' });
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
