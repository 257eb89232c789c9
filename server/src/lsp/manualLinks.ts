import { openManualPageCommand } from './protocol.ts';

/** `(https://man7.org/…/openat2.2.html)` becomes a link that opens the page in the editor, for a client that can. */
export function linkedToCommand(markdown: string): string {
	return markdown.replace(
		/\(https:\/\/man7\.org\/linux\/man-pages\/man\d\/([\w.]+?)\.(\d\w*)\.html\)/g,
		(_, name: string, section: string) =>
			`(command:${openManualPageCommand}?${encodeURIComponent(JSON.stringify([section, name]))})`,
	);
}
