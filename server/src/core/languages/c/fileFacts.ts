import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import type { ApiNames } from '../language.ts';
import type { DeclaredNames } from './declaredNames.ts';
import type { Directives } from './preprocessor.ts';
import type { Renames } from './renames.ts';

/** What is known of a file while its calls are looked at. */
export interface FileFacts {
	/** Spares most files the search for conditions on it. */
	readonly asksKernelVersion: boolean;
	readonly names: ApiNames;
	readonly directives: Directives;
	readonly declared: DeclaredNames;
	readonly renames: Renames;
	/** The calls of a function by its name. */
	callsOf(name: string): readonly SyntaxNode[];
	/** The body of the file's own function of that name. */
	readonly bodyOf: (name: string) => SyntaxNode | undefined;
}
