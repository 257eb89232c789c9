import type { ImageReference } from '../domain/baseImage.ts';
import type { Runtime } from '../domain/target.ts';
import type { InterpreterTemplate, RegistryRule } from './imageCatalog.ts';
import { valueOn } from './moves.ts';
import type { NamedRelease } from './officialImages.ts';
import type { SuffixReader } from './suffixes.ts';
import { fillTemplate } from './template.ts';

type Groups = Readonly<Record<string, string>>;

/** A rule whose pattern fits a reference. */
export interface RuleMatch {
	readonly rule: RegistryRule;
	/** The named groups of the repository's pattern. */
	readonly groups: Groups;
}

/** Finds the first rule for a reference. */
export class RegistryRules {
	readonly #rules: readonly { readonly rule: RegistryRule; readonly match: RegExp }[];

	constructor(rules: readonly RegistryRule[]) {
		this.#rules = rules.map((rule) => ({ rule, match: new RegExp(rule.match) }));
	}

	find({ registry, repository }: ImageReference): RuleMatch | undefined {
		const name = `${registry}/${repository}`;
		for (const { rule, match } of this.#rules) {
			const found = match.exec(name);
			if (found) {
				return { rule, groups: found.groups ?? {} };
			}
		}
		return undefined;
	}
}

/** The name of which a matched one is a copy: `docker.io/library/python`. */
export function mirroredName({ rule, groups }: RuleMatch): string | undefined {
	return rule.mirrors === undefined ? undefined : fillTemplate(rule.mirrors, groups);
}

/** What a rule tells of a tag; a reference by digest alone (`tag` null) is told by its repository, or not at all. */
export function applyRule(
	{ rule, groups }: RuleMatch,
	tag: string | null,
	asOf: string,
	suffixes: SuffixReader,
): NamedRelease {
	const byName = rule.release === undefined ? undefined : fillTemplate(rule.release, groups);
	if (tag === null) {
		const unknown = byName === undefined ? (rule.otherwise ?? 'digest-only') : null;
		return { release: byName ?? null, unknown, interpreter: fill(rule.interpreter, groups), byForm: false };
	}
	const byTag = byName === undefined ? tagRelease(rule, groups, tag, asOf, suffixes) : undefined;
	const release = byName ?? byTag?.release ?? null;
	return {
		release,
		unknown: release === null ? (rule.otherwise ?? 'unlisted-tag') : null,
		minor: release === null ? undefined : minorOf(rule, tag, release),
		interpreter: byTag?.interpreter ?? fill(rule.interpreter, { ...groups, ...tagGroups(rule.interpreterTag, tag) }),
		byForm: byName === undefined,
	};
}

function tagRelease(
	rule: RegistryRule,
	groups: Groups,
	tag: string,
	asOf: string,
	suffixes: SuffixReader,
): { release: string | null | undefined; interpreter: Runtime | null } | undefined {
	const suffix = rule.suffixes === true ? suffixes.release(tag) : undefined;
	if (suffix !== undefined) {
		return { release: suffix, interpreter: null };
	}
	for (const row of rule.tags ?? []) {
		const match = new RegExp(row.tag).exec(tag);
		if (match) {
			const all = { ...groups, ...match.groups };
			const release = valueOn(row.release, asOf);
			return {
				release: release === null ? null : fillTemplate(release, all),
				interpreter: fill(row.interpreter, all),
			};
		}
	}
	return undefined;
}

/** A build's number such as `1-117` is no minor release: the part before the dot must be the release's. */
function minorOf({ minor }: RegistryRule, tag: string, release: string): string | undefined {
	const groups = tagGroups(minor, tag);
	return release.endsWith(`-${groups['major'] ?? ''}`) ? groups['minor'] : undefined;
}

function tagGroups(pattern: string | undefined, tag: string): Groups {
	return (pattern === undefined ? undefined : new RegExp(pattern).exec(tag)?.groups) ?? {};
}

function fill(template: InterpreterTemplate | undefined, groups: Groups): Runtime | null {
	if (!template) {
		return null;
	}
	return {
		name: template.name,
		version: template.version === null ? null : (fillTemplate(template.version, groups) ?? null),
	};
}
