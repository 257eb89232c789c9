import { createLanguageService, type LanguageService } from '../core/languageService.ts';
import type { EditorWorld } from '../lsp/server.ts';
import { createNodeHost } from './host.ts';

/** Builds the service for an editor: its open texts count instead of the files on disk. */
export function editorService(assets: string): (world: EditorWorld) => Promise<LanguageService> {
	return ({ openTexts, roots, settings }) => {
		const disk = createNodeHost(assets);
		const host = {
			...disk,
			readText: (path: string) => {
				const text = openTexts.textOf(path);
				return text === undefined ? disk.readText(path) : Promise.resolve({ kind: 'text' as const, text });
			},
		};
		return createLanguageService(host, () => ({ roots: roots(), settings }));
	};
}
