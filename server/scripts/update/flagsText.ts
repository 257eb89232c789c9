import type { FlagsFile } from '../../src/core/catalog/generated.ts';

/** A file of flags as it is kept: one row a line, so that a review shows what changed. */
export function flagsText({ $schema, syscalls, flags, sources }: FlagsFile): string {
	const rows = flags.map((row) => `\t\t${inLine(row)}`).join(',\n');
	return [
		'{',
		`\t"$schema": ${JSON.stringify($schema)},`,
		`\t"syscalls": ${inLine(syscalls)},`,
		`\t"flags": [\n${rows}\n\t],`,
		`\t"sources": ${JSON.stringify(sources, null, '\t').replaceAll('\n', '\n\t')}`,
		'}\n',
	].join('\n');
}

/** `{ "constant": "O_PATH", "basis": ["manual"] }`: blanks within braces, none within brackets. */
function inLine(value: unknown): string {
	if (Array.isArray(value)) {
		return `[${value.map(inLine).join(', ')}]`;
	}
	if (typeof value === 'object' && value !== null) {
		return `{ ${Object.entries(value)
			.map(([key, one]) => `${JSON.stringify(key)}: ${inLine(one)}`)
			.join(', ')} }`;
	}
	return JSON.stringify(value);
}
