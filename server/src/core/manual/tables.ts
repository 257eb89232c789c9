import type { Cell, Table } from './blocks.ts';
import type { Line } from './lines.ts';

/** Reads what stands between `.TS` and `.TE`: options, formats, then rows whose cells are parted by tabs. */
export function readTable(lines: readonly Line[], readCell: (lines: readonly Line[]) => Cell): Table {
	const rows: Cell[][] = [];
	const [options, start] = optionsOf(lines);
	const separator = /tab\s*\((.)\)/.exec(options)?.[1] ?? '\t';
	let at = start;
	let header: boolean | undefined;
	const skipFormats = (): void => {
		for (let first = true; at < lines.length; first = false) {
			const line = textOf(lines[at++]);
			header ??= first ? isBold(line) : undefined;
			if (line.trimEnd().endsWith('.')) {
				return;
			}
		}
	};
	skipFormats();
	while (at < lines.length) {
		const line = lines[at++];
		if (line?.kind === 'request') {
			if (line.name === 'T&') {
				skipFormats();
			}
			continue;
		}
		const text = line?.text ?? '';
		if (/^[_=]?$/.test(text.trim())) {
			continue;
		}
		const row: Cell[] = [];
		let rest: string | undefined = text;
		while (rest !== undefined) {
			const [cell, ...others]: readonly string[] = rest.split(separator);
			rest = others.length > 0 ? others.join(separator) : undefined;
			if (cell?.trim() !== 'T{') {
				row.push(isRule(cell ?? '') ? [] : readCell([{ kind: 'text', text: cell ?? '' }]));
				continue;
			}
			const end = lines.findIndex((one, i) => i >= at && textOf(one).startsWith('T}'));
			const stop = end < 0 ? lines.length : end;
			row.push(readCell(lines.slice(at, stop)));
			at = stop + 1;
			const after = textOf(lines[stop]).slice(2);
			rest = after.startsWith(separator) ? after.slice(separator.length) : undefined;
		}
		rows.push(row);
	}
	return { header: header === true, rows: rows.filter((row) => row.some((cell) => cell.length > 0)) };
}

function optionsOf(lines: readonly Line[]): readonly [string, number] {
	const first = textOf(lines[0]);
	return first.trimEnd().endsWith(';') ? [first, 1] : ['', 0];
}

function textOf(line: Line | undefined): string {
	return line?.kind === 'text' ? line.text : '';
}

/** `lb lb lb`, or `lB`, or `lf(B)`: the first row is one of headings. */
function isBold(format: string): boolean {
	return /^\s*[lcrna|\s]*[bB]|f\(?B/.test(format);
}

/** Cells that draw a line or go on from above. */
function isRule(cell: string): boolean {
	return /^\s*(?:\\?[_=]|\\\^)\s*$/.test(cell);
}
