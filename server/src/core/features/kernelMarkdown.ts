import type { KernelComparison } from './compareKernels.ts';
import type { DescribedCall, DescribedKernel, MissingCall } from './describeKernel.ts';

/** The system calls of a kernel as a document. */
export function kernelMarkdown(described: DescribedKernel): string {
	const { kernel, arch, title, calls, leftOut, refused, caveats, notes } = described;
	return joined([
		`# System calls of ${kernel.id}`,
		`${title}, on ${arch}: **${countWords(described)}**.`,
		backports(calls),
		refused.length === 0 ? '' : `What it refuses stands [at the end](#refused).`,
		section(
			'Calls that may be refused',
			['call', 'why'],
			caveats.map(({ syscalls, says, errno }) => [
				syscalls.map(page).join(', '),
				`${says}${errno === undefined ? '' : ` (${errno})`}`,
			]),
		),
		section(`Left out of Linux ${kernel.release}`, ['call', 'since', 'why', 'what it does'], leftOut.map(missingCells)),
		section(
			'Calls',
			['number', 'call', 'since', 'from', 'what it does'],
			calls.map((call) => [String(call.number), ...callCells(call)]),
		),
		section('Refused', ['call', 'since', 'answers', 'what it does'], refused.map(missingCells)),
		notes.length === 0 ? '' : `## How far this is known\n\n${notes.join('\n\n')}`,
	]);
}

/** What one kernel has and another has not, as a document. */
export function comparisonMarkdown(comparison: KernelComparison): string {
	const { from, to, titles, arch, sentence, added, removed, reduced } = comparison;
	const columns = ['call', 'since', 'from', 'what it does'];
	return joined([
		`# ${from.id} → ${to.id}`,
		`**${sentence}** On ${arch}.`,
		titles.map((title) => `- ${title}`).join('\n'),
		section(`Added: ${added.length}`, columns, added.map(callCells)),
		section(`Removed: ${removed.length}`, ['call', 'since', 'why', 'what it does'], removed.map(missingCells)),
		section(`In part only: ${reduced.length}`, columns, reduced.map(callCells)),
	]);
}

/** `313 system calls: 298 of Linux 3.10, 15 back-ported`. */
export function countWords({ kernel, calls, refused }: DescribedKernel): string {
	const count = (origin: DescribedCall['from']): number => calls.filter(({ from }) => from === origin).length;
	const [backports, partial] = [count('backport'), count('partial')];
	const system = `${calls.length} system calls`;
	if (backports > 0) {
		return `${system}: ${calls.length - backports} of Linux ${kernel.release}, ${backports} back-ported`;
	}
	return `${system}${partial === 0 ? '' : `, ${partial} of them in part`}${refused.length === 0 ? '' : `; ${refused.length} refused`}`;
}

/** `back-port of 3.17`, `in part`; nothing for what the release itself has. */
export function originWords({ from, since }: Pick<DescribedCall, 'from' | 'since'>): string {
	switch (from) {
		case 'backport':
			return since === null ? 'back-port' : `back-port of ${since}`;
		case 'partial':
			return 'in part';
		case 'mainline':
			return '';
	}
}

/** The summary of a call, with what is known of the part that a sandbox has. */
export function summaryWords({ summary, note }: Pick<DescribedCall, 'summary' | 'note'>): string {
	return note === undefined ? summary : `${summary} (${note})`;
}

function backports(calls: readonly DescribedCall[]): string {
	const names = calls.filter(({ from }) => from === 'backport').map(({ name }) => page(name));
	return names.length === 0 ? '' : `Back-ported: ${names.join(', ')}.`;
}

/** Origins stay on one line, for the last column has the room. */
function callCells(call: DescribedCall): readonly string[] {
	return [page(call.name), call.since ?? '?', originWords(call).replaceAll(' ', '&nbsp;'), summaryWords(call)];
}

function missingCells({ name, since, why, summary }: MissingCall): readonly string[] {
	return [page(name), since ?? '?', why, summary];
}

/** A table under its title; a column without any text is left out, and without rows all of it. */
function section(title: string, columns: readonly string[], rows: readonly (readonly string[])[]): string {
	const used = columns.map((_, index) => rows.some((row) => row[index] !== ''));
	const line = (cells: readonly string[]): string =>
		`| ${cells
			.filter((_, index) => used[index])
			.map(cell)
			.join(' | ')} |`;
	const ruler = columns.map((column) => (column === 'number' ? '---:' : '---'));
	return rows.length === 0 ? '' : [`## ${title}`, '', line(columns), line(ruler), ...rows.map(line)].join('\n');
}

function cell(text: string): string {
	return text.replaceAll('|', '\\|');
}

/** The name of a call, as a link to its page. */
function page(name: string): string {
	return `[\`${name}\`](./${name}.2.md)`;
}

function joined(parts: readonly string[]): string {
	return `${parts.filter(Boolean).join('\n\n')}\n`;
}
