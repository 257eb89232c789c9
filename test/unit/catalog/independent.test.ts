import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { Context } from 'mocha';
import { parseHeader, readTables, type Numbers } from '../../../server/scripts/update/tables.ts';
import type { Catalog } from '../../../server/src/core/catalog/catalog.ts';
import { architectures, type Architecture } from '../../../server/src/core/domain/target.ts';
import { realCatalog } from '../../realCatalog.ts';

/** The architectures as libseccomp names them. */
const seccompNames: Readonly<Record<Architecture, string>> = {
	x86_64: 'x86_64',
	i386: 'x86',
	arm64: 'aarch64',
	arm: 'arm',
	riscv64: 'riscv64',
	ppc64: 'ppc64le',
	ppc32: 'ppc',
	s390x: 's390x',
};

/** Beyond this, only the private numbers of arm, which are no part of the table. */
const numbersAsked = 512;

suite('numbers against independent tables', function () {
	this.timeout(60_000); // some 8,400 questions to a program that answers one at a time

	suiteSetup(function () {
		if (spawnSync('scmp_sys_resolver', ['-h']).error !== undefined) {
			missing(this, "scmp_sys_resolver is missing: apt-get install seccomp (it is Debian's libseccomp)");
		}
	});

	test('libseccomp gives each name the number that we give it', async () => {
		const catalog = await realCatalog();
		const asked = architectures.flatMap((arch) => catalog.syscalls().map(({ name }) => ({ arch, name })));
		const answers = ask(asked.map(({ arch, name }) => [seccompNames[arch], name]));
		const agree = new Map<Architecture, number>();
		const differences = asked.flatMap(({ arch, name }, index) => {
			const theirs = Number(answers[index]);
			const ours = catalog.syscall(name)?.numbers[arch];
			if (theirs < 0) {
				return []; // libseccomp knows no such call, or has a number of its own for one that is missing there
			}
			agree.set(arch, (agree.get(arch) ?? 0) + (ours === theirs ? 1 : 0));
			return ours === theirs ? [] : [`${arch} ${name}: ${theirs}, ours ${ours ?? 'none'}`];
		});
		assert.deepEqual(differences, []);
		for (const arch of architectures) {
			assert.ok((agree.get(arch) ?? 0) > 300, `only ${agree.get(arch) ?? 0} names compared on ${arch}`);
		}
	});

	test('libseccomp has no name at a number that we have another name for, or none', async () => {
		const catalog = await realCatalog();
		const asked = architectures.flatMap((arch) =>
			Array.from({ length: numbersAsked }, (_, number) => ({ arch, number })),
		);
		const answers = ask(asked.map(({ arch, number }) => [seccompNames[arch], String(number)]));
		const differences = asked.flatMap(({ arch, number }, index) => {
			const theirs = answers[index] ?? '';
			const ours = catalog.syscallByNumber(number, arch);
			return theirs === 'UNKNOWN' || theirs === ours ? [] : [`${arch} ${number}: ${theirs}, ours ${ours ?? 'none'}`];
		});
		assert.deepEqual(differences, []);
	});
});

suite("numbers against this machine's headers", () => {
	const include = '/usr/include';

	test("the architecture's own tables", async function () {
		const tables = readTables(include);
		if (tables.length === 0) {
			missing(this, 'the headers of the kernel are missing: apt-get install linux-libc-dev');
		}
		const catalog = await realCatalog();
		for (const { arch, numbers } of tables) {
			assert.ok(numbers.size > 300, `${arch}: ${numbers.size} numbers read`);
			assert.deepEqual(differencesOf(catalog, arch, numbers), []);
		}
	});

	test('the generic table, which arm64 and riscv64 have', async function () {
		const file = `${include}/asm-generic/unistd.h`;
		if (!existsSync(file)) {
			missing(this, `${file} is missing: apt-get install linux-libc-dev`);
		}
		const catalog = await realCatalog();
		const numbers = parseHeader(readFileSync(file, 'utf8'));
		for (const arch of ['arm64', 'riscv64'] as const) {
			// It lists what 32-bit architectures have instead, too; only what both know is compared.
			const known = [...numbers].filter(([name]) => catalog.syscall(name)?.numbers[arch] !== undefined);
			assert.ok(known.length > 300, `${arch}: ${known.length} numbers compared`);
			assert.deepEqual(differencesOf(catalog, arch, new Map(known)), []);
		}
	});
});

function differencesOf(catalog: Catalog, arch: Architecture, numbers: Numbers): readonly string[] {
	return [...numbers].flatMap(([name, theirs]) => {
		const ours = catalog.syscall(name)?.numbers[arch];
		return ours === theirs ? [] : [`${arch} ${name}: ${theirs}, ours ${ours ?? 'none'}`];
	});
}

/** Resolves names to numbers and numbers to names. One shell asks them all: starting each from here takes minutes. */
function ask(questions: readonly (readonly [arch: string, nameOrNumber: string])[]): readonly string[] {
	const { stdout, stderr } = spawnSync('sh', ['-c', 'while read -r a n; do scmp_sys_resolver -a "$a" "$n"; done'], {
		input: questions.map((question) => `${question.join(' ')}\n`).join(''),
		encoding: 'utf8',
	});
	const answers = stdout.trimEnd().split('\n');
	assert.equal(stderr, '');
	assert.equal(answers.length, questions.length);
	return answers;
}

/** Skips loudly what can't be tried here; with `CI=true` it fails. */
function missing(context: Context, what: string): never {
	assert.notEqual(process.env['CI'], 'true', what);
	console.error(`NOT TRIED: ${what}`);
	context.skip();
}
