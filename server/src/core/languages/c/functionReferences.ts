import type { ApiCall } from '../../domain/apiCall.ts';
import { rangeOf } from '../../syntax/rangeOf.ts';
import type { ParsedSource, SyntaxNode } from '../../syntax/syntaxNode.ts';
import { isNeverCompiled } from './compiledFor.ts';
import type { FileFacts } from './fileFacts.ts';
import { guardOf } from './guards.ts';

/**
 * Names that no one uses for anything but the function (`copy_file_range`); others need a call to be told from a variable.
 * Finds those behind which no parenthesis stands.
 */
const distinctiveName = /\b(?=\w*[_\d]|\w{9})[a-z]\w+\b(?!\s*\()/g;
/** A whole name of that kind. */
export const distinctive = /[_\d]|^.{9,}$/;

/** Functions that are passed on rather than called: `= openat2`, `run(&memfd_create)`. */
export function* referencesIn(source: ParsedSource, file: FileFacts): Iterable<ApiCall> {
	const { renames, declared, directives, names } = file;
	const isWanted = (name: string): boolean => renames.apiOf(name) !== undefined && !declared.isDeclared(name);
	if (!source.text.match(distinctiveName)?.some(isWanted)) {
		return; // saves a walk through the tree for most files
	}
	for (const { node } of source.captures('references')) {
		const name = node.text;
		const api = renames.apiOf(name);
		if (api === undefined || !distinctive.test(name) || declared.isDeclared(name)) {
			continue;
		}
		if (!isNeverCompiled(directives.termsAt(node.startIndex)) && isValue(node)) {
			yield {
				language: 'c',
				api,
				module: names.api('c', api)?.module ?? 'libc',
				range: rangeOf(node),
				arguments: undefined,
				guard: guardOf(node, api, file),
			};
		}
	}
}

/** False for arguments of macros, which paste names rather than use them: `SYSCALL_DEFINE3(openat, …)`, `EXPORT_SYMBOL(open)`. */
function isValue(reference: SyntaxNode): boolean {
	if (reference.parent?.type !== 'argument_list') {
		return true;
	}
	const callee = reference.parent.parent?.childForFieldName('function');
	return (
		callee?.type === 'identifier' && callee.text !== callee.text.toUpperCase() && !/sys|scmp|name/i.test(callee.text)
	);
}
