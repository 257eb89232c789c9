import { grammarAssets } from '../server/scripts/grammarAssets.ts';
import type { DirectoryEntry, FileText, Host } from '../server/src/core/host.ts';
import type { OpenTexts } from '../server/src/lsp/openTexts.ts';
import { compiledAsset } from './realCatalog.ts';

/** Files in memory below one folder; the product's own assets are the real ones. */
export class MemoryHost implements Host {
	readonly root = '/home/me/work space';
	readonly #files: Map<string, string>;

	constructor(files: Readonly<Record<string, string>>) {
		this.#files = new Map(Object.entries(files).map(([name, text]) => [this.path(name), text]));
	}

	path(name: string): string {
		return `${this.root}/${name}`;
	}

	text(name: string): string {
		return this.#files.get(this.path(name)) ?? '';
	}

	write(name: string, text: string): void {
		this.#files.set(this.path(name), text);
	}

	readText(path: string): Promise<FileText> {
		const text = this.#files.get(path);
		const isFolder = [...this.#files.keys()].some((file) => file.startsWith(`${path}/`));
		return Promise.resolve(text === undefined ? { kind: isFolder ? 'folder' : 'missing' } : { kind: 'text', text });
	}

	readDirectory(path: string): Promise<readonly DirectoryEntry[]> {
		const entries = new Map<string, DirectoryEntry>();
		for (const file of this.#files.keys()) {
			if (file.startsWith(`${path}/`)) {
				const [name = '', ...deeper] = file.slice(path.length + 1).split('/');
				entries.set(name, { name, kind: deeper.length > 0 ? 'directory' : 'file' });
			}
		}
		return Promise.resolve([...entries.values()]);
	}

	/** A fixed day, so that what a moving tag means stays as the tests have it. */
	today(): string {
		return '2026-11-23';
	}

	readAsset(name: string): Promise<Uint8Array> {
		return name.endsWith('.json') ? compiledAsset(name) : grammarAssets.readAsset(name);
	}

	/** The same files, with an editor's open texts over them. */
	under(openTexts: OpenTexts): Host {
		return {
			readText: (path) => {
				const text = openTexts.textOf(path);
				return text === undefined ? this.readText(path) : Promise.resolve({ kind: 'text', text });
			},
			readDirectory: (path) => this.readDirectory(path),
			today: () => this.today(),
			readAsset: (name) => this.readAsset(name),
		};
	}
}
