import type { Range } from './text.ts';

/**
 * What a guard is worth for the call it surrounds:
 * - `complete`: any failure, or one of ENOSYS and EPERM, leads to another path
 * - `kernel-only`: only ENOSYS leads to another path
 * - `none`: an errno is tested, but none that a missing syscall answers
 * - `build-time`: `#ifdef SYS_x`; headers don't describe the running kernel
 * - `elsewhere`: the code runs on another system than Linux
 * - `interpreter-only`: `hasattr(os, 'x')`; tells what the interpreter has, not the kernel
 */
export type GuardGrade = 'complete' | 'kernel-only' | 'none' | 'build-time' | 'elsewhere' | 'interpreter-only';

/** The form in the source that was taken as evidence. */
export type GuardKind =
	'errno' | 'failure' | 'preprocessor' | 'platform' | 'has-attribute' | 'try' | 'catch' | 'probe' | 'version';

/** Evidence that a call survives its syscall's absence: its form, its place and what it is worth. */
export interface Guard {
	readonly kind: GuardKind;
	readonly grade: GuardGrade;
	/** The condition, handler or directive itself. */
	readonly range: Range;
	/** EPERM leads to another path, though ENOSYS does not: worth nothing on an old kernel, and all under a profile. */
	readonly handlesRefusal?: true;
}
