import type { ProfileAnswer, ProfileFile, ProfileHistory } from './generated.ts';

export type { ArgumentCondition, ProfileAnswer, ProfileRule } from './generated.ts';

/** The engines whose default profiles are known. */
export type EngineName = ProfileFile['engine'];

/** Something that holds from a version of an engine on, until the next one of its list. */
export interface Since {
	readonly since: string;
}

/** The default profile of a container engine through its versions. */
export interface EngineFacts {
	readonly engine: EngineName;
	/** `Docker`. */
	readonly name: string;
	/** The oldest and the newest release that were read. */
	readonly oldest: string;
	readonly newest: string;
	/** The versions at which the profile became another one, by number. */
	readonly versions: readonly string[];
	/** What a call gets that no rule answers. */
	readonly unlisted: readonly (Since & { readonly errno: string })[];
	/** What the runtime answers to numbers above the highest that the profile names. */
	readonly newNumbers?: Since & { readonly errno: string };
	/** What a container holds that asks for no capability. */
	readonly capabilities: readonly (Since & { readonly granted: readonly string[] })[];
	readonly always: readonly string[];
	readonly changing: readonly ProfileHistory[];
}

/** Look-ups in the facts about profiles. */
export interface Profiles {
	engines(): readonly EngineFacts[];
	/** The answers of an engine to a call, the oldest first; undefined where no version of the profile names the call. */
	profileAnswers(engine: EngineName, syscall: string): readonly ProfileAnswer[] | undefined;
	/** All calls that some version of the profile names. */
	profileSyscalls(engine: EngineName): Iterable<string>;
}

/** Indexes the facts about profiles; an engine at its first use. */
export function createProfiles(engines: readonly EngineFacts[]): Profiles {
	const indices = new Map<EngineName, ReadonlyMap<string, readonly ProfileAnswer[]>>();
	const indexOf = (engine: EngineName): ReadonlyMap<string, readonly ProfileAnswer[]> => {
		const known = indices.get(engine) ?? answersByCall(engines.find((one) => one.engine === engine));
		indices.set(engine, known);
		return known;
	};
	return {
		engines: () => engines,
		profileAnswers: (engine, syscall) => indexOf(engine).get(syscall),
		profileSyscalls: (engine) => indexOf(engine).keys(),
	};
}

function answersByCall(facts: EngineFacts | undefined): ReadonlyMap<string, readonly ProfileAnswer[]> {
	const answers = new Map<string, readonly ProfileAnswer[]>();
	if (facts !== undefined) {
		const allowed = [{ since: facts.oldest, rules: [{ action: 'allow' as const }] }];
		facts.always.forEach((syscall) => answers.set(syscall, allowed));
		facts.changing.forEach(({ syscalls, answers: own }) => syscalls.forEach((syscall) => answers.set(syscall, own)));
	}
	return answers;
}
