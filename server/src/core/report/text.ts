import { lineIndex, type LineIndex } from '../domain/lineIndex.ts';
import type { Finding, Severity } from '../domain/finding.ts';
import type { Range } from '../domain/text.ts';
import type { WorkspaceReport } from '../features/checkWorkspace.ts';
import { whyTarget } from '../features/targetWords.ts';
import type { ShownPath } from './json.ts';
import { plural } from './markdown.ts';

/** Colours of a terminal; each takes a text and gives it coloured, or as it is where colours aren't wanted. */
export interface Colours {
	readonly bold: (text: string) => string;
	readonly dim: (text: string) => string;
	readonly red: (text: string) => string;
	readonly yellow: (text: string) => string;
	readonly blue: (text: string) => string;
	readonly green: (text: string) => string;
}

/** `check` for people: each finding with its line and a caret, then what it was held against and the sum. */
export async function checkText(
	report: WorkspaceReport,
	shown: ShownPath,
	textOf: (path: string) => Promise<string>,
	colours: Colours,
): Promise<string> {
	const blocks: string[] = [];
	for (const { path, findings } of report.files) {
		if (findings.length > 0) {
			const index = lineIndex(await textOf(path));
			blocks.push(...findings.map((finding) => findingText(shown(path), finding, index, colours)));
		}
	}
	return [...blocks, ...unreadTexts(report, shown, colours), sumText(report, shown, colours)].join('\n\n') + '\n';
}

function findingText(path: string, finding: Finding, index: LineIndex, colours: Colours): string {
	const { range, severity, message, code } = finding;
	const place = colours.bold(`${path}:${range.start.line + 1}:${range.start.character + 1}`);
	return [
		`${place}: ${severityColour(severity, colours)(severity)}: ${message} ${colours.dim(`[${code}]`)}`,
		...sourceLines(range, index, severityColour(severity, colours)),
	].join('\n');
}

/** The line itself and a caret under the range; tabs become single spaces so that the caret stands right. */
export function sourceLines(range: Range, index: LineIndex, colour: (text: string) => string): readonly string[] {
	const number = String(range.start.line + 1);
	const line = index.line(range.start.line).replaceAll('\t', ' ');
	const from = Math.max(0, range.start.character - 80);
	const shown = line.slice(from, from + 160);
	const length = range.end.line === range.start.line ? range.end.character - range.start.character : 1;
	const caret = ' '.repeat(range.start.character - from) + colour('^'.repeat(Math.max(1, length)));
	return [`  ${number} | ${shown}`, `  ${' '.repeat(number.length)} | ${caret}`];
}

function unreadTexts({ unread }: WorkspaceReport, shown: ShownPath, colours: Colours): readonly string[] {
	const reasons = {
		missing: 'gone',
		folder: 'a folder',
		unreadable: 'not readable',
		binary: 'binary',
		'too-large': 'too large',
	};
	return unread.length === 0
		? []
		: [unread.map(({ path, why }) => colours.dim(`${shown(path)}: not checked, ${reasons[why]}`)).join('\n')];
}

function sumText({ targets, summary }: WorkspaceReport, shown: ShownPath, colours: Colours): string {
	const { files, calls, error, warning, information, hint, minimumKernel } = summary;
	const found = [plural(error, 'error'), plural(warning, 'warning'), plural(information, 'note'), plural(hint, 'hint')];
	const isFine = error + warning === 0;
	const lines = [
		...targets.map((target) => `  ${whyTarget(target, shown)}`),
		`  ${(isFine ? colours.green : colours.red)(`${isFine ? '✓' : '✗'} ${found.join(', ')}`)} in ${plural(files, 'source')} with ${plural(calls, 'call')}.`,
	];
	if (targets.length === 0 && calls > 0) {
		lines.unshift(
			'  Held against nothing: no Dockerfile here or above. Name a kernel with --host, or an image with --image.',
		);
	}
	if (minimumKernel !== null) {
		const { path, line, syscall } = minimumKernel.because;
		lines.push(`  Needs at least Linux ${minimumKernel.release}, because of ${syscall} in ${shown(path)}:${line + 1}.`);
	}
	return lines.join('\n');
}

function severityColour(severity: Severity, { red, yellow, blue, dim }: Colours): (text: string) => string {
	return { error: red, warning: yellow, information: blue, hint: dim }[severity];
}
