import type { KernelComparison } from '../features/compareKernels.ts';
import type { DescribedCall, DescribedKernel, MissingCall } from '../features/describeKernel.ts';
import { countWords, originWords, summaryWords } from '../features/kernelMarkdown.ts';
import { tableText, type Column } from './columns.ts';
import type { Colours } from './text.ts';

/** `kernel` for people. On a terminal of `width` characters each row is one line. */
export function kernelText(described: DescribedKernel, colours: Colours, width: number | undefined): string {
	const { kernel, arch, title, calls, leftOut, refused, notes } = described;
	const { bold, dim, yellow } = colours;
	const layout = { titles: dim, width };
	const numbered = calls.map((call) => [String(call.number), ...callCells(call)]);
	return joined([
		`${bold(title)}, ${arch}\n${countWords(described)}`,
		tableText([{ title: 'number', right: true }, ...columns('from', bold, yellow)], numbered, layout),
		titled(
			bold(`Left out of Linux ${kernel.release}`),
			tableText(columns('why', bold, yellow), leftOut.map(missingCells), layout),
		),
		titled(bold('Refused'), tableText(columns('answers', bold, yellow), refused.map(missingCells), layout)),
		titled(bold('May be refused'), caveatsText(described)),
		notes.length === 0 ? '' : dim(notes.join('\n')),
	]);
}

/** `diff` for people. */
export function comparisonText(comparison: KernelComparison, colours: Colours, width: number | undefined): string {
	const { from, to, titles, arch, sentence, added, removed, reduced } = comparison;
	const { bold, dim, green, red, yellow } = colours;
	const layout = { titles: dim, width };
	return joined([
		`${bold(`${from.id} → ${to.id}`)}, ${arch}: ${added.length} added, ${removed.length} removed\n${sentence}`,
		dim(titles.join('\n')),
		tableText(
			[{ title: '', colour: green }, ...columns('from', green, yellow)],
			added.map((call) => ['+', ...callCells(call)]),
			layout,
		),
		tableText(
			[{ title: '', colour: red }, ...columns('why', red, yellow)],
			removed.map((call) => ['-', ...missingCells(call)]),
			layout,
		),
		titled(bold(`In part only on ${to.id}`), tableText(columns('', yellow, yellow), reduced.map(reducedCells), layout)),
	]);
}

function columns(third: string, name: Colours['bold'], note: Colours['bold']): readonly Column[] {
	return [
		{ title: 'call', colour: name },
		{ title: 'since' },
		{ title: third, colour: note },
		{ title: 'what it does' },
	];
}

function callCells(call: DescribedCall): readonly string[] {
	return [call.name, call.since ?? '?', originWords(call), summaryWords(call)];
}

function missingCells({ name, since, why, summary }: MissingCall): readonly string[] {
	return [name, since ?? '?', why, summary];
}

function reducedCells(call: DescribedCall): readonly string[] {
	return [call.name, call.since ?? '?', '', summaryWords(call)];
}

function caveatsText({ caveats }: DescribedKernel): string {
	return caveats
		.map(({ syscalls, says, errno }) => `${syscalls.join(', ')}: ${says}${errno === undefined ? '' : ` (${errno})`}`)
		.join('\n');
}

function titled(title: string, text: string): string {
	return text === '' ? '' : `${title}\n${text}`;
}

function joined(parts: readonly string[]): string {
	return `${parts.filter(Boolean).join('\n\n')}\n`;
}
