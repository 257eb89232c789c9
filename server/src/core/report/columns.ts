/** A column of a table: its title, and how its cells are shown. */
export interface Column {
	readonly title: string;
	/** Numbers stand right. */
	readonly right?: boolean;
	readonly colour?: (text: string) => string;
}

/** How a table is laid out: the colour of its titles, and the characters of a line where it is a terminal's. */
export interface TableLayout {
	readonly titles: (text: string) => string;
	readonly width: number | undefined;
}

/**
 * Lays out rows in aligned columns, under titles. A column without any text is left out, and the last one is cut
 * where a line would be longer than the terminal. Without rows there is no table.
 */
export function tableText(
	columns: readonly Column[],
	rows: readonly (readonly string[])[],
	{ titles, width }: TableLayout,
): string {
	const used = columns.flatMap((column, index) => {
		const cells = rows.map((row) => row[index] ?? '');
		return cells.every((text) => text === '') ? [] : [{ column, cells, widest: widest([column.title, ...cells]) }];
	});
	const before = used.slice(0, -1).reduce((sum, { widest: own }) => sum + own + 2, 0);
	const room = width === undefined ? undefined : width - before;
	const laid = used.map(({ column, cells, widest: own }, place) => {
		const fit = (text: string): string => (place === used.length - 1 ? cut(text, room) : aligned(text, own, column));
		const { colour = plain } = column;
		return [titles(fit(column.title)), ...cells.map((text) => (text === '' ? fit(text) : colour(fit(text))))];
	});
	const lines =
		rows.length === 0 ? [] : ['', ...rows].map((_, line) => laid.map((cells) => cells[line] ?? '').join('  '));
	return lines.map((line) => line.trimEnd()).join('\n');
}

function widest(texts: readonly string[]): number {
	return texts.reduce((most, { length }) => Math.max(most, length), 0);
}

function aligned(text: string, width: number, { right }: Column): string {
	return right === true ? text.padStart(width) : text.padEnd(width);
}

/** A text cut to `room` characters; a room too small for words leaves it whole. */
function cut(text: string, room: number | undefined): string {
	return room === undefined || room < 16 || text.length <= room ? text : `${text.slice(0, room - 1).trimEnd()}…`;
}

function plain(text: string): string {
	return text;
}
