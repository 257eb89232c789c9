import type { Runtimes } from '../../src/core/judgement/needs.ts';
import type { Case } from './cases.ts';
import type { Bench } from './experiment.ts';
import type { Wrapping } from './scannedCall.ts';

export type RuntimeName = 'glibc' | 'musl' | 'python' | 'node';

/** A library or interpreter of this machine, with the cases that can be run on it. */
export interface MeasuredRuntime {
	readonly name: RuntimeName;
	readonly version: string;
	/** What a target says of it, for the choice of rows. */
	readonly runtimes: Runtimes;
	readonly cases: readonly Case[];
	readonly wrapping: Wrapping;
	/** Cases that the library has not got the function for, by their number. */
	readonly absent: ReadonlySet<number>;
	readonly bench: Bench;
}
