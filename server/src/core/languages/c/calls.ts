import type { ApiCall } from '../../domain/apiCall.ts';
import { rangeOf } from '../../syntax/rangeOf.ts';
import type { Capture, SyntaxNode } from '../../syntax/syntaxNode.ts';
import { argumentNodes, readArguments } from './arguments.ts';
import { codePlaces } from './codePlaces.ts';
import { isNeverCompiled } from './compiledFor.ts';
import type { FileFacts } from './fileFacts.ts';
import { guardOf } from './guards.ts';
import { readRawSyscall } from './rawSyscall.ts';
import { isStandIn } from './wrapper.ts';

/** The calls of libc's functions, and of `syscall`, among the captured callees. */
export function* callsIn(captures: readonly Capture[], file: FileFacts): Iterable<ApiCall> {
	const places = codePlaces(captures);
	for (const { name: capture, node: callee } of captures) {
		if (capture !== 'callee') {
			continue;
		}
		const name = callee.text;
		const api = file.renames.apiOf(name);
		if ((api === undefined && name !== 'syscall') || isOwn(name, api, callee, file)) {
			continue;
		}
		const call = callAround(callee);
		const list = call?.childForFieldName('arguments');
		if (!call || !list || isNeverCompiled(file.directives.termsAt(callee.startIndex)) || !places.isCode(call)) {
			continue;
		}
		const found = name === 'syscall' ? rawCall(call, list, file) : undefined;
		if (found) {
			if (!isStandIn(call, found.api, file)) {
				yield found;
			}
		} else if (api !== undefined) {
			yield {
				language: 'c',
				api,
				module: file.names.api('c', api)?.module ?? 'libc',
				range: rangeOf(callee),
				arguments: readArguments(list),
				guard: guardOf(call, api, file),
			};
		}
	}
}

/** The calls among the captured callees by the function's name, its own or not; sorted when first asked for. */
export function callsByFunction(captures: readonly Capture[]): (name: string) => readonly SyntaxNode[] {
	let callees: Map<string, SyntaxNode[]> | undefined;
	return (name) => {
		if (!callees) {
			callees = new Map();
			for (const { name: capture, node } of captures) {
				if (capture === 'callee') {
					const { text } = node;
					const same = callees.get(text);
					if (same) {
						same.push(node);
					} else {
						callees.set(text, [node]);
					}
				}
			}
		}
		return (callees.get(name) ?? []).map(callAround).filter((call) => call !== null);
	};
}

/** The file's own function, under its name or a macro's. */
function isOwn(name: string, api: string | undefined, { startIndex }: SyntaxNode, { declared }: FileFacts): boolean {
	return declared.isOwn(name, startIndex) || (api !== undefined && declared.isOwn(api, startIndex));
}

/** `syscall(SYS_openat2, …)`; the arguments are those of the system call. */
function rawCall(call: SyntaxNode, list: SyntaxNode, file: FileFacts): ApiCall | undefined {
	const first = argumentNodes(list)[0];
	const raw = first && readRawSyscall(first, file.directives, file.names);
	return (
		raw && {
			language: 'c',
			api: raw.name,
			module: 'syscall',
			range: rangeOf(raw.node),
			arguments: readArguments(list).slice(1),
			guard: guardOf(call, raw.name, file),
		}
	);
}

function callAround(callee: SyntaxNode): SyntaxNode | null {
	const parent = callee.parent;
	return parent?.type === 'parenthesized_expression' ? parent.parent : parent;
}
