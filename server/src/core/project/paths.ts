/** Paths as the host gives them: absolute, `/` between names, no `/` at the end but for a root. */

/** The folder above, or undefined for a root (`/`, `C:`). */
export function parentOf(path: string): string | undefined {
	const slash = path.lastIndexOf('/');
	if (slash < 0 || path === '/') {
		return undefined;
	}
	return slash === 0 ? '/' : path.slice(0, slash);
}

/** The last name of a path. */
export function nameOf(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}

/** A folder and a name in it. */
export function joinPath(folder: string, name: string): string {
	return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

/** `path` as seen from `folder`, or undefined when it doesn't lie in it. */
export function relativeTo(folder: string, path: string): string | undefined {
	const prefix = folder.endsWith('/') ? folder : `${folder}/`;
	return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
}
