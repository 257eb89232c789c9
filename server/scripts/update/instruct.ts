/** An updater met what it can't classify: it has written nothing, and the message says what to do. */
export class Stopped extends Error {}

/** Runs an updater's main function: what stops it is printed, and the exit status is 1. */
export function runUpdater(main: () => void | Promise<void>): void {
	Promise.resolve()
		.then(main)
		.catch((error: unknown) => {
			console.error(error instanceof Stopped ? error.message : error);
			process.exitCode = 1;
		});
}

/** `what to do:` followed by one line each. */
export function listed(head: string, lines: Iterable<string>): string {
	return [head, ...[...lines].map((line) => `  ${line}`)].join('\n');
}
