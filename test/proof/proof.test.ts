import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Kernel } from '../../server/src/core/domain/target.ts';
import type { EmulationPlan } from '../../server/src/core/emulation/plan.ts';
import { explanations } from './explanations.ts';
import { matrixText, type Cell } from './matrix.ts';
import { createLaboratory, type Laboratory } from './observation.ts';
import { createOracle, type Condition, type Oracle } from './prediction.ts';
import { buildPrograms, type Program } from './programs.ts';
import { requireStrace } from './strace.ts';

/** Each kernel is one that people still meet, and differs from the one before in what the programs call. */
const kernels = ['2.6.32', 'rhel6', '3.10', 'rhel7', '4.4', '4.19', 'rhel8', '5.4', 'debian:11', 'rhel9', 'gvisor'];
const profiles = ['docker', 'docker@20.10.9', 'docker@19.03', 'docker@17.03', 'podman', 'seccomp.json'];
const conditions: readonly Condition[] = [
	{},
	...kernels.map((kernel) => ({ kernel })),
	...profiles.map((profile) => ({ profile })),
];

suite('proof: what check foretells is what happens', function () {
	this.timeout(600_000);
	suiteSetup(requireStrace);

	test('every program on every kernel and under every profile', async () => {
		const folder = mkdtempSync(path.join(os.tmpdir(), 'syscall-lens-proof-'));
		try {
			const started = performance.now();
			const { cells, runs } = await cellsOf(folder);
			const seconds = ((performance.now() - started) / 1000).toFixed(0);
			console.log(`\n${matrixText(cells)}\n\n${cells.length} cells out of ${runs} runs, ${seconds} s`);
			const off = cells.filter(({ aside, predicted, observed }) => aside === undefined && predicted !== observed);
			const explained = (cell: Cell): boolean =>
				explanations.some(({ program, where }) => program === cell.program && where.includes(cell.condition));
			off.filter(explained).forEach((cell) => console.log(`  explained: ${cellWords(cell)}`));
			assert.deepEqual(off.filter((cell) => !explained(cell)).map(cellWords), [], 'unexplained');
			assert.deepEqual(needless(off), [], 'explanations that nothing needs');
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});
});

async function cellsOf(folder: string): Promise<{ readonly cells: readonly Cell[]; readonly runs: number }> {
	const programs = await buildPrograms(folder);
	assert.ok(programs.length >= 40);
	const machine = /^\d+\.\d+/.exec(os.release())?.[0] ?? '';
	const oracle = await createOracle(machine);
	const plans = new Map(
		await Promise.all(conditions.map(async (one) => [one, await planOf(one, machine, oracle)] as const)),
	);
	const predictions = new Map<Condition, ReadonlySet<string>>();
	for (const condition of conditions) {
		predictions.set(condition, await foretold(programs, condition, oracle));
	}
	const laboratory = createLaboratory([...plans.values()], oracle.service);
	try {
		// Node takes as long as the two others together.
		const lanes = [['node'], ['c', 'python']].map((languages) =>
			observed(
				programs.filter(({ language }) => languages.includes(language)),
				plans,
				predictions,
				laboratory,
			),
		);
		return { cells: (await Promise.all(lanes)).flat(), runs: laboratory.runs() };
	} finally {
		laboratory.close();
	}
}

async function foretold(
	programs: readonly Program[],
	condition: Condition,
	oracle: Oracle,
): Promise<ReadonlySet<string>> {
	const failing = new Set<string>();
	for (const program of programs) {
		if ((await oracle.predict(program, condition)).length > 0) {
			failing.add(program.name);
		}
	}
	return failing;
}

async function observed(
	programs: readonly Program[],
	plans: ReadonlyMap<Condition, EmulationPlan>,
	predictions: ReadonlyMap<Condition, ReadonlySet<string>>,
	laboratory: Laboratory,
): Promise<readonly Cell[]> {
	const cells: Cell[] = [];
	for (const [condition, plan] of plans) {
		const stopped = new Set<string>();
		for (const program of emptyFirst(programs)) {
			const { name, language } = program;
			const cell = {
				program: name,
				language,
				condition: conditionName(condition),
				predicted: predictions.get(condition)?.has(name) === true,
			};
			if (stopped.has(language)) {
				cells.push({ ...cell, observed: true, aside: 'runtime' });
				continue;
			}
			const { failed, unfit } = await laboratory.observe(program, plan);
			const isRuntime = failed && name.startsWith('empty.');
			if (isRuntime) {
				stopped.add(language);
			}
			cells.push({ ...cell, observed: failed, aside: isRuntime ? 'runtime' : unfit ? 'unfit' : undefined });
		}
	}
	return cells;
}

async function planOf(
	{ kernel, profile }: Condition,
	machine: string,
	{ service, profile: rulesOf }: Oracle,
): Promise<EmulationPlan> {
	const here = knownKernel(machine, service);
	const rules = profile === undefined ? null : await rulesOf(profile);
	if (rules !== null && rules.kind !== 'rules' && rules.kind !== 'none') {
		return assert.fail(`${rules.id} names no profile`);
	}
	return service.emulationPlan(
		{ kernel: kernel === undefined ? null : knownKernel(kernel, service), profile: rules, arch: 'x86_64' },
		here,
	);
}

function knownKernel(id: string, service: Oracle['service']): Kernel {
	const kernel = service.kernel(id);
	return 'suggestions' in kernel ? assert.fail(`${id} names no kernel`) : kernel;
}

function emptyFirst(programs: readonly Program[]): readonly Program[] {
	const isEmpty = ({ name }: Program): number => Number(name.startsWith('empty.'));
	return [...programs].sort((a, b) => isEmpty(b) - isEmpty(a));
}

function conditionName({ kernel, profile }: Condition): string {
	return kernel ?? profile ?? 'this machine';
}

function cellWords({ program, condition, predicted }: Cell): string {
	const why = explanations.find((one) => one.program === program && one.where.includes(condition))?.why;
	return `${program} on ${condition}: ${predicted ? 'false alarm' : 'missed'}${why === undefined ? '' : `: ${why}`}`;
}

function needless(off: readonly Cell[]): readonly string[] {
	return explanations.flatMap(({ program, where }) =>
		where
			.filter((condition) => !off.some((cell) => cell.program === program && cell.condition === condition))
			.map((condition) => `${program} on ${condition}`),
	);
}
