import { URI } from 'vscode-uri';

/** The core's path of a `file:` URI; undefined for texts that have no file (untitled, git, output). */
export function pathOfUri(uri: string): string | undefined {
	const parsed = URI.parse(uri);
	if (parsed.scheme !== 'file') {
		return undefined;
	}
	const path = parsed.authority === '' ? parsed.path : `//${parsed.authority}${parsed.path}`;
	// `/c:/src` on Windows
	return (/^\/[A-Za-z]:/.test(path) ? path.slice(1) : path).replace(/(?<=.)\/$/, '');
}

/** The `file:` URI of a core path. */
export function uriOfPath(path: string): string {
	return URI.file(path).toString();
}
