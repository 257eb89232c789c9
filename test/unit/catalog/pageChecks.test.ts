import { strict as assert } from 'node:assert';
import type { Check, Data } from '../../../server/scripts/catalog/checks/check.ts';
import { checks } from '../../../server/scripts/catalog/checks/checks.ts';
import { fullPages } from '../../../server/scripts/catalog/checks/fullPages.ts';
import { insteadIsOlder } from '../../../server/scripts/catalog/checks/insteadIsOlder.ts';
import { knownErrors } from '../../../server/scripts/catalog/checks/knownErrors.ts';
import { pageParameters } from '../../../server/scripts/catalog/checks/pageParameters.ts';
import { shortSentences } from '../../../server/scripts/catalog/checks/shortSentences.ts';
import { sourced } from '../../../server/scripts/catalog/checks/sourced.ts';
import { uniqueSummaries } from '../../../server/scripts/catalog/checks/uniqueSummaries.ts';
import type { SyscallFile } from '../../../server/src/core/catalog/generated.ts';

/** Two calls as they should be: the second stands in for the first. */
const older: SyscallFile = {
	$schema: '../schemas/syscall.schema.json',
	name: 'older',
	summary: 'Does it',
	details: 'Everywhere.',
	since: '1.0',
	status: 'implemented',
	architectures: { x86_64: { number: 1 } },
	kconfig: null,
	parameters: ['int fd', 'const char *path'],
	wrappers: { glibc: { since: '2.0' }, musl: false },
	page: { returns: '0', parameters: { fd: 'where', path: 'what' }, errors: { EBADF: 'not open' }, alsoRefused: [] },
	sources: [{ source: 'a table', says: 'all of it' }],
};
const call: SyscallFile = {
	...older,
	name: 'newer',
	summary: 'Does it better',
	since: '5.1',
	architectures: { x86_64: { number: 2 }, arm64: { number: 3, since: '5.2' } },
	libc: {
		headers: ['unistd.h'],
		returns: 'int',
		parameters: [{ type: 'int', name: 'fd' }, { type: 'const char *', name: 'path' }, { type: '...' }],
	},
	instead: 'older',
	loses: 'the better part',
};

suite('checks of pages', () => {
	const rules = [fullPages, insteadIsOlder, knownErrors, pageParameters, shortSentences, sourced, uniqueSummaries];

	test('find nothing in calls as they should be', () => {
		assert.deepEqual(
			rules.flatMap((rule) => problemsOf(rule, call)),
			[],
		);
	});

	test('all of them are run with the others', () => {
		assert.deepEqual(
			rules.filter((rule) => !checks.includes(rule)).map(({ name }) => name),
			[],
		);
	});

	const page = call.page ?? assert.fail();
	const cases: readonly (readonly [rule: Check, spoilt: Partial<SyscallFile>, problem: string])[] = [
		[insteadIsOlder, { instead: 'oldest' }, "instead: 'oldest' is no syscall"],
		[insteadIsOlder, { since: '1.0' }, "instead: 'older' came with 1.0, the call with 1.0"],
		[
			insteadIsOlder,
			{ architectures: { x86_64: { number: 2, since: '0.9' } } },
			"instead: 'older' came to x86_64 with 1.0, the call with 0.9",
		],
		[insteadIsOlder, { loses: undefined }, 'loses: `instead` and `loses` go together'],
		[fullPages, { page: undefined }, 'page: is missing, though the call is live'],
		[fullPages, { details: undefined }, 'details: is missing, though the call is live'],
		[fullPages, { summary: undefined }, 'summary: is missing, though the call is live'],
		[fullPages, { kconfig: undefined }, 'kconfig: is missing, though the call is live'],
		[fullPages, { wrappers: undefined }, 'wrappers: is missing, though the call is live'],
		[fullPages, { libc: undefined, parameters: undefined }, 'parameters: are missing, though the call is live'],
		[fullPages, { instead: undefined }, 'without: is missing, for the call is newer than 2.6.32'],
		[
			pageParameters,
			{ page: { ...page, parameters: { path: 'what', fd: 'where' } } },
			'page.parameters: are path, fd; the prototype has fd, path',
		],
		[
			pageParameters,
			{ page: { ...page, parameters: { fd: 'where' } } },
			'page.parameters: are fd; the prototype has fd, path',
		],
		[
			pageParameters,
			{ libc: undefined, page: { ...page, parameters: { fd: 'where', path: 'what', mode: 'how' } } },
			'page.parameters: are fd, path, mode; the prototype has fd, path',
		],
		[shortSentences, { loses: 'x'.repeat(101) }, 'loses: has 101 characters of 100'],
		[shortSentences, { page: { ...page, returns: '0 ' } }, 'page.returns: has blanks that nobody needs'],
		[shortSentences, { details: 'One. Two. Three. Four.' }, 'details: has more than 3 sentences'],
		[uniqueSummaries, { summary: 'does it' }, 'summary: is that of older'],
		[sourced, { sources: [{ source: ' ', says: 'nothing' }] }, 'source: is empty'],
		[knownErrors, { page: { ...page, errors: { ENOFILE: 'none' } } }, 'page.errors.ENOFILE: is no error of Linux'],
		[
			knownErrors,
			{ page: { ...page, alsoRefused: [{ errno: 'ENOSY', when: 'never' }] } },
			'page.errors.ENOSY: is no error of Linux',
		],
	];
	for (const [rule, spoilt, problem] of cases) {
		test(`${rule.name}: ${problem}`, () => {
			assert.deepEqual(problemsOf(rule, { ...call, ...spoilt }), [problem]);
		});
	}

	test('a file without any source is seen', () => {
		const bare: Data = { ...dataOf([]), kernels: [{ path: 'kernels/k.json', name: 'k', value: { id: 'k' } as never }] };
		assert.deepEqual(
			[...sourced.run(bare)].map(({ file, message }) => `${file} ${message}`),
			['kernels/k.json are missing'],
		);
	});

	test('a call that only older machines have needs no page', () => {
		const { summary, details, page: _, ...rest } = { ...call, architectures: { i386: { number: 4 } } };
		assert.deepEqual(problemsOf(fullPages, rest), [], `${summary ?? ''} ${details ?? ''}`);
	});
});

function problemsOf(rule: Check, value: SyscallFile): readonly string[] {
	return [...rule.run(dataOf([older, value]))].map(({ field, message }) => `${field}: ${message}`);
}

function dataOf(calls: readonly SyscallFile[]): Data {
	return {
		syscalls: calls.map((value) => ({ path: `syscalls/${value.name}.json`, name: value.name, value })),
		kernels: [],
		distros: [],
		flags: [],
		profiles: [],
		startup: [],
	};
}
