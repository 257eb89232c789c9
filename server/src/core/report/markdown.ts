import type { FileReport, WorkspaceReport } from '../features/checkWorkspace.ts';
import { whyTarget } from '../features/targetWords.ts';
import { relativeTo } from '../project/paths.ts';

/** The report of a workspace check as Markdown: verdict, targets, minimum kernel, findings, and what is used where. */
export function markdownReport(report: WorkspaceReport, roots: readonly string[]): string {
	const shown = (path: string): string =>
		roots.map((root) => relativeTo(root, path)).find((relative) => relative !== undefined) ?? path;
	return [
		'# System calls of this workspace',
		verdict(report),
		'## Held against',
		targets(report, shown),
		'## Oldest kernel that will do',
		minimum(report, shown),
		'## Findings',
		findings(report, shown),
		'## System calls in use',
		used(report.files),
	].join('\n\n');
}

function verdict({ summary }: WorkspaceReport): string {
	const { files, calls, error, warning, information } = summary;
	const found =
		error + warning === 0
			? '✓ Nothing found that a kernel below would refuse'
			: `✗ ${plural(error, 'error')}, ${plural(warning, 'warning')}`;
	return `**${found}.** ${plural(files, 'source')} read, ${plural(calls, 'call')} recognised${information > 0 ? `, ${plural(information, 'note')}` : ''}.`;
}

function targets({ targets: all }: WorkspaceReport, shown: (path: string) => string): string {
	return all.length === 0
		? 'Nothing: no Dockerfile names an image, and no `hosts` are set. Add `"hosts": ["rhel8"]` to `.syscall-lens.json`.'
		: all.map((target) => `- **${target.id}**: ${whyTarget(target, shown)}`).join('\n');
}

function minimum({ summary }: WorkspaceReport, shown: (path: string) => string): string {
	if (summary.minimumKernel === null) {
		return 'No unguarded call was found.';
	}
	const { release, because } = summary.minimumKernel;
	return `**Linux ${release}**, because of \`${because.syscall}\` in ${link(shown(because.path), because.line)}.`;
}

function findings({ files }: WorkspaceReport, shown: (path: string) => string): string {
	const rows = files.flatMap(({ path, findings: found }) =>
		found
			.filter(({ severity }) => severity !== 'hint')
			.map(({ severity, range, message, code }) => {
				const place = link(shown(path), range.start.line);
				return `| ${place} | ${severity} | ${cell(message)} | \`${code}\` |`;
			}),
	);
	return rows.length === 0 ? 'None.' : ['| where | | what | code |', '|---|---|---|---|', ...rows].join('\n');
}

/** Every Api in use, with how often and in how many files; the most used first. */
function used(files: readonly FileReport[]): string {
	const uses = new Map<string, { calls: number; files: Set<string> }>();
	for (const { path, calls } of files) {
		for (const { api, module } of calls) {
			const name = module === 'syscall' ? `syscall(${api})` : api;
			const use = uses.get(name) ?? { calls: 0, files: new Set() };
			use.calls++;
			use.files.add(path);
			uses.set(name, use);
		}
	}
	const rows = [...uses]
		.sort(([a, x], [b, y]) => y.calls - x.calls || a.localeCompare(b))
		.map(([name, { calls, files: where }]) => `| \`${name}\` | ${calls} | ${where.size} |`);
	return rows.length === 0 ? 'None.' : ['| call | times | files |', '|---|---:|---:|', ...rows].join('\n');
}

function link(path: string, line: number): string {
	return `[${path}:${line + 1}](${encodeURI(path)}#L${line + 1})`;
}

function cell(text: string): string {
	return text.replaceAll('|', '\\|');
}

/** `1 file`, `2 files`. */
export function plural(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
