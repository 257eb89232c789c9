import type { LanguageId } from '../domain/apiCall.ts';

export type { LanguageId };

/** One way for an Api to get what it needs, and the errnos on which the library goes on to the next. */
export interface Alternative {
	readonly syscall: string;
	readonly fallbackOn?: readonly string[];
}

/** A condition on a constant argument; `argument` is a zero-based position or a keyword's name. */
export interface Condition {
	readonly argument: number | string;
	/** Where a keyword may also stand by position. */
	readonly position?: number;
	readonly is?: 'zero' | 'null' | 'missing' | 'true' | 'false';
	/** The number itself. */
	readonly equals?: number;
	/** Any of these constants is among the flags. */
	readonly has?: readonly string[];
}

/** Versions of a library or interpreter between which a row holds: `from` included, `before` excluded. */
export interface RuntimeRange {
	readonly name: string;
	readonly from?: string;
	readonly before?: string;
	/** The one architecture of which it speaks; absent: all. */
	readonly arch?: string;
}

/** What an Api does under some conditions. Of an Api's rows the first that fits counts. */
export interface ApiRow {
	readonly when?: readonly Condition[];
	/** Holds for any of these; absent: for all. */
	readonly runtimes?: readonly RuntimeRange[];
	/** Holds only on kernels older than this release: the library asks `uname` before it chooses a way. */
	readonly kernelBefore?: string;
	/** All of any of: every inner list must have one alternative that the kernel offers. */
	readonly needs: readonly (readonly Alternative[])[];
	/** Other syscalls on the way; for the hover, never a finding. */
	readonly uses: readonly string[];
	readonly known: 'measured' | 'static' | 'reasoned';
	/** How an absence shows where it isn't plain ENOSYS: `fails EOPNOTSUPP`, `returns False`. */
	readonly whenMissing?: string;
	/** How a refusal with EPERM shows where it differs from an absence: `goes on`, `fails EPERM`. */
	readonly whenRefused?: string;
	/** What a reader must know to judge the row; a reasoned row always has one. */
	readonly note?: string;
}

/** Something a program calls. */
export interface Api {
	readonly name: string;
	/** `libc`, `os`, `fs` … */
	readonly module: string;
	/** Header or documentation page group: `sys/mman.h`, `os`. */
	readonly group: string;
	/** The first version that has it, by the name of the library or interpreter: `{ glibc: '2.27' }`. */
	readonly since?: Readonly<Record<string, string>>;
	/** So common, and its need so old, that scanners pass it by: it is there to be explained. */
	readonly everyday?: true;
	readonly rows: readonly ApiRow[];
}
