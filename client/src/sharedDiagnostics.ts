import { languages, type Diagnostic, type DiagnosticCollection, type Uri } from 'vscode';
import { DiagnosticCollectionSource, type DiagnosticCollectionProvider } from 'vscode-languageclient/node';

/**
 * Keeps what the server answers for an open document (pull) and what the workspace check tells of every file (push)
 * in one collection, so that no finding is listed twice.
 */
export class SharedDiagnostics implements DiagnosticCollectionProvider {
	#shared: { readonly collection: DiagnosticCollection; readonly checked: Set<string>; users: number } | undefined;

	create(name: string | undefined, source: DiagnosticCollectionSource): DiagnosticCollection {
		this.#shared ??= { collection: languages.createDiagnosticCollection(name), checked: new Set(), users: 0 };
		this.#shared.users++;
		const { collection, checked } = this.#shared;
		return source === DiagnosticCollectionSource.push
			? new PushedDiagnostics(collection, checked)
			: new PulledDiagnostics(collection, checked);
	}

	dispose(): void {
		if (this.#shared && --this.#shared.users === 0) {
			this.#shared.collection.dispose();
			this.#shared = undefined;
		}
	}
}

/** One side's view of the collection; `checked` holds the files that the workspace check spoke of. */
abstract class DiagnosticView implements DiagnosticCollection {
	constructor(
		protected readonly collection: DiagnosticCollection,
		protected readonly checked: Set<string>,
	) {}

	get name(): string {
		return this.collection.name;
	}

	set(
		place: Uri | readonly (readonly [Uri, readonly Diagnostic[] | undefined])[],
		diagnostics?: readonly Diagnostic[],
	): void {
		const entries = isList(place) ? place : [[place, diagnostics] as const];
		for (const [uri, found] of entries) {
			this.setOne(uri, found ?? []);
		}
	}

	abstract delete(uri: Uri): void;

	clear(): void {
		this.collection.clear();
	}

	forEach(callback: Parameters<DiagnosticCollection['forEach']>[0]): void {
		this.collection.forEach(callback);
	}

	get(uri: Uri): readonly Diagnostic[] | undefined {
		return this.collection.get(uri);
	}

	has(uri: Uri): boolean {
		return this.collection.has(uri);
	}

	dispose(): void {
		this.clear();
	}

	[Symbol.iterator](): Iterator<[uri: Uri, diagnostics: readonly Diagnostic[]]> {
		return this.collection[Symbol.iterator]();
	}

	protected setOne(uri: Uri, diagnostics: readonly Diagnostic[]): void {
		this.collection.set(uri, diagnostics);
	}
}

class PushedDiagnostics extends DiagnosticView {
	delete(uri: Uri): void {
		this.checked.delete(uri.toString());
		this.collection.delete(uri);
	}

	protected override setOne(uri: Uri, diagnostics: readonly Diagnostic[]): void {
		this.checked.add(uri.toString());
		super.setOne(uri, diagnostics);
	}
}

class PulledDiagnostics extends DiagnosticView {
	/** Called when an editor closes: a file that the workspace check spoke of keeps its findings. */
	delete(uri: Uri): void {
		if (!this.checked.has(uri.toString())) {
			this.collection.delete(uri);
		}
	}
}

function isList<T>(value: Uri | readonly T[]): value is readonly T[] {
	return Array.isArray(value);
}
