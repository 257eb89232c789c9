import type { FolderAbove } from './upward.ts';
import { joinPath } from './paths.ts';

const imageFile = /^(?:(?:Dockerfile|Containerfile)(?:[._-].+)?|.+\.(?:dockerfile|containerfile))$/i;
const notImageFile =
	/\.(?:dockerignore|containerignore|md|rst|txt|orig|bak|swp|tmpl|erb|j2|jinja2?|template|tpl|in|sh|py|js|ts|json|ya?ml)$/i;

/** True for `Dockerfile`, `Dockerfile.alpine`, `app.Dockerfile`, `Containerfile` …, not for their ignore files and templates. */
export function isImageFile(name: string): boolean {
	return imageFile.test(name) && !notImageFile.test(name);
}

/** The Dockerfiles that govern a folder's sources: all of the nearest folder upwards that has any. */
export async function governingImageFiles(above: AsyncIterable<FolderAbove>): Promise<readonly string[]> {
	for await (const { folder, entries } of above) {
		const files = entries.filter(({ kind, name }) => kind === 'file' && isImageFile(name));
		if (files.length > 0) {
			return files.map(({ name }) => joinPath(folder, name)).sort();
		}
	}
	return [];
}
