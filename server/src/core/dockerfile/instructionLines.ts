/** What FROM needs of a Dockerfile: a text of the same lines in which every other instruction is blank. */
export interface InstructionLines {
	readonly text: string;
	/** The character that continues a line: `\`, or as `# escape=` says. */
	readonly escape: string;
}

const heredocKeywords = /^\s*(?:ONBUILD\s+)?(?:RUN|COPY|ADD)\s/i;
const kept = /^\s*(?:FROM|ARG)(?:\s|$)/i;
const directive = /^#\s*(syntax|escape|check)\s*=\s*(\S.*?)\s*$/i;

/**
 * Blanks all instructions but FROM and ARG, with the bodies of their here-documents, so that a `FROM` in a script is
 * no stage and a long file is read fast. Lines and characters of what is kept stay where they are.
 */
export function instructionLines(text: string): InstructionLines {
	const lines = text.replace(/^\uFEFF/, ' ').split(/\r\n|\n|\r/);
	const { count, escape } = readDirectives(lines);
	const continued = new RegExp(`(?:^|[^${charClass(escape)}])${charClass(escape)}[ \\t]*$`);
	const output = lines.slice(0, count);
	while (output.length < lines.length) {
		const end = instructionEnd(lines, output.length, continued);
		const instruction = lines.slice(output.length, end);
		const joined = join(instruction, continued);
		output.push(...(kept.test(joined) ? instruction : instruction.map(() => '')));
		if (heredocKeywords.test(joined)) {
			output.push(...lines.slice(end, heredocEnd(lines, end, joined)).map(() => ''));
		}
	}
	return { text: output.join('\n'), escape };
}

/** Directives stand before anything else; any other comment ends them. */
function readDirectives(lines: readonly string[]): { count: number; escape: string } {
	let escape = '\\';
	let count = 0;
	for (const line of lines) {
		const [, name, value] = directive.exec(line.trimStart()) ?? [];
		if (name === undefined) {
			break;
		}
		if (name.toLowerCase() === 'escape' && (value === '`' || value === '\\')) {
			escape = value;
		}
		count++;
	}
	return { count, escape };
}

function charClass(escape: string): string {
	return escape === '\\' ? '\\\\' : escape;
}

/** The line behind an instruction that begins at `start`. Comments and empty lines don't end a continued one. */
function instructionEnd(lines: readonly string[], start: number, continued: RegExp): number {
	let end = start;
	let open = !isComment(lines[start]);
	while (open && end + 1 < lines.length) {
		const line = lines[end] ?? '';
		open = continued.test(line) || (end > start && (isComment(line) || line.trim() === ''));
		end += open ? 1 : 0;
	}
	return end + 1;
}

function isComment(line: string | undefined): boolean {
	return line?.trimStart().startsWith('#') ?? false;
}

function join(instruction: readonly string[], continued: RegExp): string {
	if (instruction.length === 1) {
		return instruction[0] ?? '';
	}
	return instruction
		.filter((line, i) => i === 0 || !isComment(line))
		.map((line) => (continued.test(line) ? line.trimEnd().slice(0, -1) : line))
		.join('');
}

/** The line behind the here-documents of an instruction. One that is never closed is none: older builders had none. */
function heredocEnd(lines: readonly string[], start: number, instruction: string): number {
	let end = start;
	for (const { name, tabs } of heredocs(instruction)) {
		const close = lines.findIndex((line, i) => i >= end && (tabs ? line.replace(/^\t+/, '') : line) === name);
		if (close < 0) {
			return end;
		}
		end = close + 1;
	}
	return end;
}

/** Finds `<<EOF`, `<<-"EOF"`, `3<<EOF` as words of their own; within quotes they are text. */
function heredocs(instruction: string): { name: string; tabs: boolean }[] {
	if (!instruction.includes('<<')) {
		return [];
	}
	const words = /"(?:[^"\\]|\\.)*"|'[^']*'|(?<=\s)\d*<<(-?)(?:"([^"]+)"|'([^']+)'|([^\s"'<>|&;()]+))|\S/g;
	return [...instruction.matchAll(words)].flatMap(([, dash, double, single, plain]) => {
		const name = double ?? single ?? plain;
		return name === undefined ? [] : [{ name, tabs: dash === '-' }];
	});
}
