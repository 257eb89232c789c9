import { expandVariables, type Lookup } from './expandVariables.ts';

/** Where a variable's value comes from. */
export interface ArgumentValue {
	readonly name: string;
	readonly value: string;
	/** An ARG line's default, a build argument that was given, or the platform that is built for. */
	readonly kind: 'default' | 'given' | 'platform';
	/** The line of its ARG instruction; undefined for the platform's variables. */
	readonly line?: number;
}

/** The arguments declared before the first FROM; no others reach a FROM line. */
export class BuildArguments {
	readonly #values = new Map<string, ArgumentValue>();
	readonly #given: Readonly<Record<string, string>>;
	readonly #escape: string;

	constructor(given: Readonly<Record<string, string>>, platform: string, escape: string) {
		this.#given = given;
		this.#escape = escape;
		for (const [name, value] of Object.entries(platformVariables(platform))) {
			this.#set(name, value, 'platform');
		}
	}

	/** Reads an ARG instruction's content: `A=1 B="x y" C`. */
	declare(content: string, line: number): void {
		for (const word of splitWords(content)) {
			const [, name = '', assigned] = /^([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
			const value = assigned === undefined ? undefined : expandVariables(assigned, this.lookup, this.#escape);
			if (Object.hasOwn(this.#given, name)) {
				this.#set(name, this.#given[name] ?? '', 'given', line);
			} else if (value?.missing.length === 0) {
				this.#set(name, value.value, 'default', line);
			}
		}
	}

	readonly lookup: Lookup = (name) => this.#values.get(name)?.value;

	/** Where a variable's value comes from; undefined where it has none. */
	origin(name: string): ArgumentValue | undefined {
		return this.#values.get(name);
	}

	#set(name: string, value: string, kind: ArgumentValue['kind'], line?: number): void {
		this.#values.set(name, { name, value, kind, ...(line !== undefined && { line }) });
	}
}

/** `linux/arm64/v8` as the variables that the builder sets by itself. */
function platformVariables(platform: string): Readonly<Record<string, string>> {
	const [system = '', architecture = '', variant = ''] = platform.split('/');
	const parts = { PLATFORM: platform, OS: system, ARCH: architecture, VARIANT: variant };
	const entries = Object.entries(parts);
	return Object.fromEntries(
		['TARGET', 'BUILD'].flatMap((side) => entries.map(([part, value]) => [side + part, value])),
	);
}

/** Words parted by blanks; quotes hold together what they enclose. */
function splitWords(content: string): string[] {
	return content.match(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\]|["'\\])+/gs) ?? [];
}
