/** One test that ran in the extension host. */
export interface TestRow {
	readonly title: string;
	readonly milliseconds: number;
	/** Undefined when it passed. */
	readonly error?: string;
}

/** What the suite in the extension host writes to the file that E2E_RESULT names. */
export interface SuiteResult {
	/** The version of Node on which the host runs. */
	readonly node: string;
	readonly tests: readonly TestRow[];
}
