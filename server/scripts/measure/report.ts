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
	| {
			readonly kind: 'agrees' | 'disagrees';
			readonly call: ApiCall;
			readonly row: ApiRow;
			readonly measured: Seen;
			readonly why: readonly string[];
	  }
	| { readonly kind: 'unknown'; readonly why: readonly string[] }
	| { readonly kind: 'not run'; readonly why: readonly string[] }
);

/**
 * Measures the cases of a runtime and holds each against its row. What disagrees is measured once more, and counts when it
 * does again: threads and servers don't always come in the same order.
 */
export async function measureRuntime(
	runtime: MeasuredRuntime,
	catalog: Catalog,
	parserOf: ParserOf,
): Promise<readonly Verdict[]> {
	const calls = await Promise.all(runtime.cases.map((one) => scannedCall(one, runtime.wrapping, catalog, parserOf)));
	const rows = calls.map((call) => (typeof call === 'string' ? undefined : rowOfCall(call, catalog, runtime.runtimes)));
	const isHouse = (call: string, number: number): boolean =>
		isHousekeeping(call, runtime.cases[number]?.language ?? 'c', rows[number]);
	const verdictOn = (number: number, measured: Measured): Verdict =>
		verdict(runtime, number, calls[number] ?? 'no call', rows[number], measured);

	const present = runtime.cases.map((_, number) => number).filter((number) => !runtime.absent.has(number));
	const measured = await experiment(present, runtime.bench, isHouse);
	const verdicts = runtime.cases.map((_, number) => verdictOn(number, measured.get(number) ?? { kind: 'absent' }));
	const doubtful = present.filter((number) => verdicts[number]?.kind === 'disagrees');
	const again = await experiment(doubtful, runtime.bench, isHouse);
	return verdicts.map((first, number) => {
		const second = again.get(number);
		return second === undefined ? first : verdictOn(number, second);
	});
}

function verdict(
	{ cases, name, version }: MeasuredRuntime,
	number: number,
	call: ApiCall | string,
	row: ApiRow | undefined,
	measured: Measured,
): Verdict {
	const one = cases[number];
	if (one === undefined) {
		throw new Error(`no case ${number}`);
	}
	if (measured.kind !== 'measured') {
		const why = measured.kind === 'absent' ? `${name} ${version} has not got it` : measured.why;
		return { one, kind: 'not run', why: [why] };
	}
	if (typeof call === 'string' || row === undefined) {
		return { one, kind: 'unknown', why: [typeof call === 'string' ? call : 'no row'] };
	}
	const why = [...disagreements(row, measured)];
	return { one, kind: why.length === 0 ? 'agrees' : 'disagrees', call, row, measured, why };
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
