import type { SyntaxNode } from '../../syntax/syntaxNode.ts';
import { withoutComments } from './literals.ts';
import type { Resolver } from './resolver.ts';
import type { Value } from './values.ts';

/** What names the system, and what it says on Linux. */
const onLinux: ReadonlyMap<string, string> = new Map([
	['sys.platform', 'linux'],
	['sys.platform.lower', 'linux'],
	['os.name', 'posix'],
	['platform.system', 'Linux'],
	['platform.system.lower', 'linux'],
	['platform.system.upper', 'LINUX'],
	['platform.platform', 'Linux-'],
	['platform.uname.system', 'Linux'],
	['os.uname.sysname', 'Linux'],
]);

/** How a test of the system answers on Linux: `sys.platform == "win32"` is false. Undefined for other tests. */
export function answerOnLinux(condition: SyntaxNode, resolver: Resolver): boolean | undefined {
	if (condition.type === 'call') {
		return answerOfMethod(condition, resolver);
	}
	const [left, right, ...more] = condition.type === 'comparison_operator' ? withoutComments(condition) : [];
	if (!left || !right || more.length > 0) {
		return undefined;
	}
	const operator = condition.childForFieldName('operators')?.type ?? '';
	const negated = operator === '!=' || operator === 'not in' || operator === 'is not';
	const answer = compare(operator, left, right, resolver);
	return answer === undefined ? undefined : answer !== negated;
}

function compare(operator: string, left: SyntaxNode, right: SyntaxNode, resolver: Resolver): boolean | undefined {
	const name = systemName(left, resolver);
	const texts = name === undefined ? undefined : textsOf(resolver.valueOf(right));
	if (/^(?:==|!=|is|is not|in|not in)$/.test(operator) && name !== undefined && texts) {
		return texts.some((text) => isName(name, text));
	}
	const holder = /in$/.test(operator) ? systemName(right, resolver) : undefined;
	const part = holder === undefined ? undefined : textsOf(resolver.valueOf(left))?.[0];
	return holder === undefined || part === undefined ? undefined : holder.includes(part);
}

/** `sys.platform.startswith("linux")`. */
function answerOfMethod(call: SyntaxNode, resolver: Resolver): boolean | undefined {
	const callee = call.childForFieldName('function');
	const object = callee?.childForFieldName('object');
	const name =
		callee?.childForFieldName('attribute')?.text === 'startswith' && object ? systemName(object, resolver) : undefined;
	const argument = call.childForFieldName('arguments')?.namedChildren[0];
	const texts = name !== undefined && argument ? textsOf(resolver.valueOf(argument)) : undefined;
	return name === undefined ? undefined : texts?.some((text) => name.startsWith(text));
}

function systemName(node: SyntaxNode, resolver: Resolver): string | undefined {
	if (node.type === 'subscript') {
		// sys.platform[:5]
		const inner = node.childForFieldName('value');
		return inner ? systemName(inner, resolver) : undefined;
	}
	const value = resolver.valueOf(node);
	const source = value.kind === 'path' ? value.path : value.kind === 'instance' ? value.type : undefined;
	return source === undefined ? undefined : onLinux.get(source);
}

/** Python 2 said linux2 and linux3. */
function isName(name: string, text: string): boolean {
	return text === name || (name === 'linux' && /^linux\d$/.test(text));
}

function textsOf(value: Value): readonly string[] | undefined {
	if (value.kind === 'string') {
		return [value.text];
	}
	const items = value.kind === 'tuple' ? value.items : [];
	const texts = items.flatMap((item) => (item.kind === 'string' ? [item.text] : []));
	return texts.length > 0 && texts.length === items.length ? texts : undefined;
}
