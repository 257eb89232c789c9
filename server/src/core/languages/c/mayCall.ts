import type { ApiList } from '../language.ts';
import { distinctive } from './functionReferences.ts';

/** A word, and what follows where it may be a callee or the end of a macro: `open (`, `(open)(`, `#define my_open open`. */
const word = /[A-Za-z_]\w*(?=(\s*[()/\\]|[^\S\n]*(?:\n|$))?)/g;

/** True where a text has a word that may be a call or the use of an Api. */
export function mayCall(apis: ApiList): (text: string) => boolean {
	const wanted = new Set(['syscall', ...apis.apiNames('c')]);
	return (text) => {
		for (const [name, behind] of text.matchAll(word)) {
			if (wanted.has(name) && (behind !== undefined || distinctive.test(name))) {
				return true;
			}
		}
		return false;
	};
}
