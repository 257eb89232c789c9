import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { largestOpenText } from '../core/host.ts';
import type { TextFile } from '../core/project/document.ts';
import { pathOfUri } from './uris.ts';

/** Texts that an editor holds; they count instead of the files on disk. */
export interface OpenTexts {
	/** The text that stands for a file, or undefined when no editor holds it. */
	textOf(path: string): string | undefined;
}

/** Looks up open documents by path. */
export function openTextsOf(documents: TextDocuments<TextDocument>): OpenTexts {
	return {
		textOf: (path) =>
			documents
				.all()
				.find(({ uri }) => pathOfUri(uri) === path)
				?.getText(),
	};
}

/** An open document as the service takes it; a text too large to be parsed while someone types counts as empty. */
export function textFileOf(document: TextDocument): TextFile {
	const text = document.getText();
	return {
		path: pathOfUri(document.uri),
		text: text.length > largestOpenText ? '' : text,
		languageId: document.languageId,
	};
}
