/**
 * True where a text goes on with `await (0, `, as compilers write it. The grammar takes `await (0, fs_1.stat)(path)` for a
 * call of what a function named `await` gives.
 */
export function isAwaitedComma(text: string, offset: number): boolean {
	return /^await\s*\(\s*0\s*,/.test(text.slice(offset, offset + 20));
}
