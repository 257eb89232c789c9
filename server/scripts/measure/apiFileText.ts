import type { ApiFile } from '../catalog/apis.ts';

/** The text of a file of the API maps: a line for each source and each row. */
export function apiFileText({ sources, apis, ...head }: ApiFile): string {
	const lines = Object.entries(head).map(([key, value]) => `\t${inline(key)}: ${inline(value)}`);
	if (sources !== undefined) {
		lines.push(
			`\t"sources": ${block(
				'\t',
				Object.entries(sources).map(([key, source]) => `${inline(key)}: ${inline(source)}`),
			)}`,
		);
	}
	const entries = Object.entries(apis).map(([name, { rows, ...rest }]) => {
		const own = Object.entries(rest).map(([key, value]) => `${inline(key)}: ${inline(value)}`);
		const list = rows.map((row) => `\t\t\t\t${inline(row)}`).join(',\n');
		return `${inline(name)}: ${block('\t\t', [...own, `"rows": [\n${list}\n\t\t\t]`])}`;
	});
	lines.push(`\t"apis": ${block('\t', entries)}`);
	return `{\n${lines.join(',\n')}\n}\n`;
}

function block(indent: string, lines: readonly string[]): string {
	return `{\n${lines.map((line) => `${indent}\t${line}`).join(',\n')}\n${indent}}`;
}

/** JSON on one line, with a blank after commas and colons. */
function inline(value: unknown): string {
	if (Array.isArray(value)) {
		return `[${value.map(inline).join(', ')}]`;
	}
	if (typeof value === 'object' && value !== null) {
		const members = Object.entries(value).filter(([, member]) => member !== undefined);
		return `{${members.map(([key, member]) => `${JSON.stringify(key)}: ${inline(member)}`).join(', ')}}`;
	}
	return JSON.stringify(value);
}
