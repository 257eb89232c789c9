/** Functions that give their first argument back in another shape: a call of the result is a call of the argument. */
const wrappers: ReadonlySet<string> = new Set([
	'util.promisify',
	'util.callbackify',
	'util.deprecate',
	'pify',
	'thenify',
	'promisify',
	'es6-promisify',
	'es6-promisify.promisify',
	'bluebird.promisify',
	'universalify.fromCallback',
	'universalify.fromPromise',
	'graceful-fs.gracefulify',
	'fs.gracefulify',
	'q.denodeify',
	'q.nfbind',
	'rsvp.denodeify',
	'Object.freeze',
]);

const wholesaleWrappers: ReadonlySet<string> = new Set(['bluebird.promisifyAll', 'thenify-all']);

/** What compilers call the function that makes an old module look like a new one: `__importStar(require('fs'))`. */
const interopName = /^(?:__importDefault|__importStar|__toESM|_+interop\w+|_+getRequireWildcard\w*)$/;

/** True for the path of a function that wraps its first argument, `util.promisify`. */
export function isWrapper(path: string): boolean {
	return wrappers.has(path);
}

/** True for the path of a function that wraps every function of a module under another name, `promisifyAll`. */
export function isWholesaleWrapper(path: string): boolean {
	return wholesaleWrappers.has(path);
}

/** True for a compiler's helper around a `require`. */
export function isInteropName(name: string): boolean {
	return interopName.test(name);
}
