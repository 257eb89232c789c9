/** What the suite, in the extension host, asks of whoever holds the window: a picture, once something is seen on it. */
export interface ShotRequest {
	readonly name: string;
	/** A CSS selector, with Playwright's additions, of the workbench's page. */
	readonly selector?: string;
	/** A text inside a webview. */
	readonly webviewText?: string;
}
