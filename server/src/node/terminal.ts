import type { Colours } from '../core/report/text.ts';

/** Where a command writes, and the folder of the product's own files. */
export interface Terminal {
	readonly assets: string;
	readonly colours: Colours;
	/** Characters of a line; undefined where it is no terminal. */
	readonly width: number | undefined;
	readonly write: (text: string) => void;
}

/** Something the user can mend: said in one line, exit status 2. */
export class UsageError extends Error {}

/** Writes a value as JSON with a newline at its end. */
export function writeJson(terminal: Terminal, value: object): void {
	terminal.write(`${JSON.stringify(value, null, 2)}\n`);
}
