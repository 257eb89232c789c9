import type { Connection } from 'vscode-languageserver';

/** The editor's settings for the files of a folder, remembered until they change. */
export interface Settings {
	of(uri: string): Promise<Readonly<Record<string, unknown>>>;
	/** Takes what `workspace/didChangeConfiguration` or the start brought, for clients that can't be asked. */
	set(pushed: unknown): void;
}

/** Asks the client where it can be asked, else goes by what it pushed. */
export function createSettings(connection: Connection, canAsk: () => boolean): Settings {
	let pushed: Readonly<Record<string, unknown>> = {};
	let known = new Map<string, Promise<Readonly<Record<string, unknown>>>>();
	return {
		of(uri) {
			if (!canAsk()) {
				return Promise.resolve(pushed);
			}
			let settings = known.get(uri);
			if (settings === undefined) {
				settings = connection.workspace
					.getConfiguration({ scopeUri: uri, section: 'syscallLens' })
					.then(recordOf, () => ({}));
				known.set(uri, settings);
			}
			return settings;
		},
		set(value) {
			const settings = recordOf(value);
			pushed = 'syscallLens' in settings ? recordOf(settings.syscallLens) : settings;
			known = new Map();
		},
	};
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
