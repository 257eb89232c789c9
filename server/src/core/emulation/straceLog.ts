/** Where a call was made: the functions from the call outwards, `getrandom (libc.so.6)`. */
export type Stack = readonly string[];

/** A call that a program asked for. */
export interface AskedCall {
	/** The syscall by strace's name, or its number where strace has no name for it. */
	readonly call: string | number;
	/** True when it was refused on purpose; false when the machine's kernel answered. */
	readonly refused: boolean;
	readonly pid: number;
	/** Empty where strace does not tell it. */
	readonly program: string;
	readonly stack: Stack;
}

/** Reads what `strace -f -o` writes, line by line. */
export interface StraceLog {
	line(text: string): void;
	/** What was asked for, in order; the log is at its end. */
	calls(): readonly CountedCall[];
}

/** The same call from the same place by the same program, and how often. */
export interface CountedCall extends AskedCall {
	readonly count: number;
}

const call = /^(\d+)(?:<(.{0,60})>)?\s+(?:<\.\.\. )?(\w+)(?:\(| resumed>)/;
const frame = /^ > (.*?)(?:\((.*?)(?:\+0x[0-9a-f]+)?\))? \[0x[0-9a-f]+\]/;

/** Makes a reader. Equal calls are counted, so that a program that asks in a loop fills no memory. */
export function createStraceLog(): StraceLog {
	const counted = new Map<string, CountedCall>();
	let last: AskedCall | undefined;
	const finish = (): void => {
		if (last !== undefined) {
			const key = JSON.stringify(last);
			counted.set(key, { ...last, count: (counted.get(key)?.count ?? 0) + 1 });
			last = undefined;
		}
	};
	return {
		line(text) {
			const inStack = frame.exec(text);
			if (inStack !== null) {
				last = last && { ...last, stack: [...last.stack, frameWords(inStack[1] ?? '', inStack[2] ?? '')] };
				return;
			}
			finish();
			last = askedCall(text);
		},
		calls() {
			finish();
			return [...counted.values()];
		},
	};
}

/** A line of a finished call; undefined for everything else. */
function askedCall(text: string): AskedCall | undefined {
	const [, pid, program, name = ''] = call.exec(text) ?? [];
	if (pid === undefined || text.endsWith('<unfinished ...>')) {
		return undefined;
	}
	const number = /^syscall_0x([0-9a-f]+)$/.exec(name)?.[1];
	return {
		call: number === undefined ? name : Number.parseInt(number, 16),
		refused: text.includes(' (INJECTED)'),
		pid: Number(pid),
		program: program ?? '',
		stack: [],
	};
}

function frameWords(file: string, symbol: string): string {
	const module = file.slice(file.lastIndexOf('/') + 1);
	return symbol === '' ? module : `${symbol} (${module})`;
}
