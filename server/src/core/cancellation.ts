/** Tells a running piece of work that nobody waits for it any more. Structurally the protocol's token. */
export interface CancellationToken {
	readonly isCancellationRequested: boolean;
}

/** Thrown by cancellable work once its token says so; caught at the protocol's edge. */
export class Cancelled extends Error {
	constructor() {
		super('cancelled');
	}
}

/** Throws `Cancelled` when nobody waits any more. */
export function throwIfCancelled(token: CancellationToken | undefined): void {
	if (token?.isCancellationRequested) {
		throw new Cancelled();
	}
}
