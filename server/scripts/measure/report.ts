import type { ApiRow } from '../../src/core/catalog/apis.ts';
import type { Catalog } from '../../src/core/catalog/catalog.ts';
import type { ApiCall } from '../../src/core/domain/apiCall.ts';
import { rowOfCall } from '../../src/core/judgement/callRow.ts';
import type { ParserOf } from '../../src/core/syntax/wasmParser.ts';
import type { Case } from './cases.ts';
import { disagreements } from './compare.ts';
import { experiment, type Measured } from './experiment.ts';
import { isHousekeeping } from './housekeeping.ts';
import type { MeasuredRuntime } from './runtime.ts';
import { scannedCall } from './scannedCall.ts';

type Seen = Extract<Measured, { kind: 'measured' }>;

/** A case held against the row that our scanner and our choice of rows give its call. */
export type Verdict = { readonly one: Case } & (
	| { readonly kind: 'agrees' | 'disagrees'; readonly call: ApiCall; readonly row: ApiRow; readonly measured: Seen; readonly why: readonly string[] }
	| { readonly kind: 'unknown'; readonly why: readonly string[] }
	| { readonly kind: 'not run'; readonly why: readonly string[] }
);

/** Measures the cases of a runtime and holds each against its row. */
export async function measureRuntime(
	runtime: MeasuredRuntime,
	catalog: Catalog,
	parserOf: ParserOf,
): Promise<readonly Verdict[]> {
	const calls = await Promise.all(
		runtime.cases.map((one) => scannedCall(one, runtime.wrapping, catalog, parserOf)),
	);
	const rows = calls.map((call) => (typeof call === 'string' ? undefined : rowOfCall(call, catalog, runtime.runtimes)));
	const numbers = runtime.cases.map((_, number) => number).filter((number) => !runtime.absent.has(number));
	const measured = await experiment(numbers, runtime.bench, (call, number) =>
		isHousekeeping(call, runtime.cases[number]?.language ?? 'c', rows[number]),
	);
	return runtime.cases.map((one, number): Verdict => {
		const call = calls[number];
		const row = rows[number];
		const seen = measured.get(number) ?? { kind: 'absent' };
		if (seen.kind !== 'measured') {
			const why = seen.kind === 'absent' ? `${runtime.name} ${runtime.version} has not got it` : seen.why;
			return { one, kind: 'not run', why: [why] };
		}
		if (call === undefined || typeof call === 'string' || row === undefined) {
			return { one, kind: 'unknown', why: [String(call)] };
		}
		const why = [...disagreements(row, seen)];
		return { one, kind: why.length === 0 ? 'agrees' : 'disagrees', call, row, measured: seen, why };
	});
}

/** The lines of a runtime's verdicts: what disagrees, what could not be run, and the counts. */
export function* linesOf(runtime: MeasuredRuntime, verdicts: readonly Verdict[]): Iterable<string> {
	const title = `${runtime.name} ${runtime.version}`;
	for (const { one, kind, why } of verdicts) {
		if (kind === 'disagrees' || kind === 'unknown') {
			yield* why.map((text) => `${title}  ${place(one)}  ${text}`);
		}
	}
	const reasons = new Map<string, Case[]>();
	for (const { one, kind, why } of verdicts) {
		if (kind === 'not run') {
			const reason = why.join('; ');
			reasons.set(reason, [...(reasons.get(reason) ?? []), one]);
		}
	}
	for (const [reason, cases] of reasons) {
		yield `${title}  not run: ${cases.map(place).join(', ')}: ${reason}`;
	}
	const count = (...kinds: readonly Verdict['kind'][]): number =>
		verdicts.filter(({ kind }) => kinds.includes(kind)).length;
	yield `${title}  ${count('agrees')} agree, ${count('disagrees', 'unknown')} disagree, ${count('not run')} not run`;
}

function place({ file, line, call }: Case): string {
	return `${file}:${line} ${call}`;
}
