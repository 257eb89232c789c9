import type { ApiCall } from '../../domain/apiCall.ts';
import { comparePositions } from '../../domain/text.ts';
import type { ParsedSource } from '../../syntax/syntaxNode.ts';
import type { ApiNames, Language } from '../language.ts';
import { callsByFunction, callsIn } from './calls.ts';
import { isForLinux } from './compiledFor.ts';
import { readDeclaredNames } from './declaredNames.ts';
import type { FileFacts } from './fileFacts.ts';
import { referencesIn } from './functionReferences.ts';
import { standsInFor } from './headerGuard.ts';
import { bodiesByName } from './functionBodies.ts';
import { asksKernelVersion } from './kernelVersionGuard.ts';
import { mayCall } from './mayCall.ts';
import { readDirectives } from './preprocessor.ts';
import { readRenames } from './renames.ts';

/** C sources and headers: libc's functions by their name, unless the file gives the name another meaning, and `syscall(…)`. */
export const c: Language = {
	id: 'c',
	languageIds: ['c'],
	extensions: ['.c', '.h'],
	grammarOf: () => 'c',
	queries: {
		names: ['callee', 'declarator', 'constant', 'function', 'attribute'],
		references: ['reference'],
	},
	mayCall,
	scan,
};

/** A header of C++: its methods would look like libc's functions. */
const cPlusPlus = /^[ \t]*(?:class\s+\w+[^;()]*\{|namespace\s+[\w:]*\s*\{|template\s*<|using\s+namespace\b)/m;

function scan(source: ParsedSource, names: ApiNames): readonly ApiCall[] {
	if (cPlusPlus.test(source.text)) {
		return [];
	}
	const directives = readDirectives(source.text);
	const renames = readRenames(directives, names);
	const captures = source.captures('names');
	const declared = readDeclaredNames(
		captures,
		(name) => name === 'syscall' || renames.apiOf(name) !== undefined,
		(name, index) => isForLinux(directives.termsAt(index)) && !standsInFor(name, directives.termsAt(index)),
	);
	const file: FileFacts = {
		asksKernelVersion: asksKernelVersion(source.text),
		names,
		directives,
		declared,
		renames,
		callsOf: callsByFunction(captures),
		bodyOf: bodiesByName(captures),
	};
	return [...callsIn(captures, file), ...referencesIn(source, file)].sort((a, b) =>
		comparePositions(a.range.start, b.range.start),
	);
}
