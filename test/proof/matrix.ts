/** A program under a condition: what was foretold, and what happened. */
export interface Cell {
	readonly program: string;
	readonly language: string;
	readonly condition: string;
	readonly predicted: boolean;
	readonly observed: boolean;
	/** The runtime itself does not start there, or the machine can't show it: no hit and no miss. */
	readonly aside: 'runtime' | 'unfit' | undefined;
}

/** The confusion matrix of each language and of all, as a table. */
export function matrixText(cells: readonly Cell[]): string {
	const languages = [...new Set(cells.map(({ language }) => language))];
	const rows = [
		...languages.map((language) =>
			rowOf(
				language,
				cells.filter((cell) => cell.language === language),
			),
		),
		rowOf('all', cells),
	];
	const head = ['', 'fails as foretold', 'works as foretold', 'missed', 'false alarm', 'runtime', "can't be shown"];
	return [head, ...rows].map((row) => row.map((text, i) => text.padStart(i === 0 ? 8 : 18)).join('')).join('\n');
}

function rowOf(title: string, cells: readonly Cell[]): readonly string[] {
	const counted = cells.filter(({ aside }) => aside === undefined);
	const count = (predicted: boolean, observed: boolean): string =>
		String(counted.filter((cell) => cell.predicted === predicted && cell.observed === observed).length);
	const aside = (why: Cell['aside']): string => String(cells.filter((cell) => cell.aside === why).length);
	return [
		title,
		count(true, true),
		count(false, false),
		count(false, true),
		count(true, false),
		aside('runtime'),
		aside('unfit'),
	];
}
