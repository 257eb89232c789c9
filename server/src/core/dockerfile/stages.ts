import { DockerfileParser, type Arg, type From, type Instruction } from 'dockerfile-ast';
import type { Range } from '../domain/text.ts';
import { BuildArguments, type ArgumentValue } from './buildArguments.ts';
import { expandVariables } from './expandVariables.ts';
import { fromWords } from './fromWords.ts';
import { instructionLines } from './instructionLines.ts';

/** A FROM line of a Dockerfile and what it names. */
export interface Stage {
	readonly index: number;
	/** The name behind AS, as written. */
	readonly name: string | null;
	/** The line of the word FROM. */
	readonly line: number;
	/** The image as written. */
	readonly range: Range;
	/** All that stands behind FROM and its flags: `node:20 AS build`. */
	readonly raw: string;
	/** The image with its variables filled in; one that is not set stays as `${NAME}`. */
	readonly reference: string;
	/** The index of the stage that it builds on. */
	readonly parent: number | null;
	/** The value of `--platform`. */
	readonly platform: string | null;
	/** Where the values of its variables come from. */
	readonly arguments: readonly ArgumentValue[];
	/** Variables that are not set. */
	readonly missing: readonly string[];
}

export interface StageOptions {
	/** Values given to the build: `--build-arg`. They count for arguments that the file declares. */
	readonly buildArguments?: Readonly<Record<string, string>>;
	/** What is built for; `linux/amd64` by default. */
	readonly platform?: string;
}

const defaultPlatform = 'linux/amd64';

/** Reads the stages of a Dockerfile, in their order. A text that is none has no stages. */
export function readStages(text: string, options: StageOptions = {}): readonly Stage[] {
	if (text.includes('\0')) {
		return []; // a binary file
	}
	const { text: lines, escape } = instructionLines(text);
	const values = new BuildArguments(options.buildArguments ?? {}, options.platform ?? defaultPlatform, escape);
	const stages: Stage[] = [];
	for (const instruction of DockerfileParser.parse(lines).getInstructions()) {
		if (isArg(instruction) && stages.length === 0) {
			values.declare(instruction.getArgumentsContent() ?? '', instruction.getRange().start.line);
		} else if (isFrom(instruction)) {
			const stage = toStage(instruction, stages, values, escape);
			stages.push(...(stage ? [stage] : []));
		}
	}
	return stages;
}

function isArg(instruction: Instruction): instruction is Arg {
	return instruction.getKeyword() === 'ARG';
}

function isFrom(instruction: Instruction): instruction is From {
	return instruction.getKeyword() === 'FROM';
}

function toStage(from: From, before: readonly Stage[], values: BuildArguments, escape: string): Stage | undefined {
	const [first, as, name] = fromWords(from);
	if (first === undefined || !(as === undefined || /^(?:as$|#)/i.test(as.text))) {
		return undefined; // such as `from os import path` in a file that is no Dockerfile
	}
	const { text: image, range } = first;
	const used = new Map<string, ArgumentValue>();
	const lookup = (variable: string): string | undefined => {
		const origin = values.origin(variable);
		if (origin) {
			used.set(variable, origin);
		}
		return origin?.value;
	};
	const { value, missing } = expandVariables(image, lookup, escape);
	const platform =
		from
			.getFlags()
			.find((flag) => flag.getName() === 'platform')
			?.getValue() ?? null;
	const parent = before.findLast((stage) => stage.name?.toLowerCase() === value.toLowerCase());
	return {
		index: before.length,
		name: as?.text.toLowerCase() === 'as' ? (name?.text ?? null) : null,
		line: from.getRange().start.line,
		range,
		raw: rawContent(from),
		reference: value,
		parent: parent?.index ?? null,
		platform: platform === null ? null : expandVariables(platform, values.lookup, escape).value,
		arguments: [...used.values()],
		missing,
	};
}

function rawContent(from: From): string {
	const { start, end } = from.getRange();
	const content = (from.getArgumentsContent() ?? '').trim();
	return start.line === end.line ? content : content.replaceAll(/\s+/g, ' ');
}
