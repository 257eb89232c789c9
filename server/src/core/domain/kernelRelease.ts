/**
 * A kernel release such as `2.6.32` or `5.10`: numbers between dots, compared number by number.
 * It is not a float: 5.9 comes before 5.10.
 */
export type KernelRelease = string & { readonly __brand: 'KernelRelease' };

/** Reads a release (`5.10`, `2.6.32`, also the head of `5.10.0-28-amd64`), or `undefined` where there is none. */
export function parseKernelRelease(text: string): KernelRelease | undefined {
	const numbers = /^v?(\d+(?:\.\d+)+)/.exec(text)?.[1];
	return numbers as KernelRelease | undefined;
}

/** A release out of our own data. Throws on text that is none, since that is a mistake in the data. */
export function kernelRelease(text: string): KernelRelease {
	const release = parseKernelRelease(text);
	if (release === undefined) {
		throw new Error(`'${text}' is not a kernel release`);
	}
	return release;
}

/** Orders two dotted versions number by number: negative when `a` is older. Missing numbers count as 0. */
export function compareReleases(a: string, b: string): number {
	const left = a.split('.');
	const right = b.split('.');
	for (let i = 0; i < Math.max(left.length, right.length); i++) {
		const difference = Number.parseInt(left[i] ?? '0', 10) - Number.parseInt(right[i] ?? '0', 10);
		if (difference !== 0) {
			return difference;
		}
	}
	return 0;
}
