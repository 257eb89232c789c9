import type { EmulationPlan } from '../emulation/plan.ts';
import type { EmulationReport, ReportedCall } from '../emulation/report.ts';
import { plural } from './markdown.ts';
import type { Colours } from './text.ts';

/** How a run ended and with which means it was made. */
export interface EmulatedRun {
	readonly command: readonly string[];
	readonly status: number | null;
	readonly signal: string | null;
	/** Calls of the plan that strace knows by neither name nor number. */
	readonly unknownToStrace: readonly string[];
	readonly strace: string;
}

/** `rhel7`, `docker@20.10.9`, `docker on rhel7`. */
export function emulatedName({ kernel, profile }: Pick<EmulationPlan, 'kernel' | 'profile'>): string {
	return [profile?.id, kernel?.id].filter((id) => id !== undefined).join(' on ');
}

/** The report for people: which of the missing calls were asked for, by whom and from where, and what that leaves open. */
export function emulationText(
	plan: EmulationPlan,
	{ refused, passed, missedHere }: EmulationReport,
	run: EmulatedRun,
	{ bold, dim, red, yellow, green }: Colours,
): string {
	const name = emulatedName(plan);
	const ending = run.signal === null ? `exit status ${run.status ?? 0}` : `killed by ${run.signal}`;
	const lack = `${plural(plan.refused.length, 'call')} that ${name} ${plan.kernel === null ? 'refuses' : 'lacks'}`;
	const failed = run.status !== 0;
	const lines = [
		'',
		`${bold(`syscall-lens: ${run.command[0] ?? ''} as on ${name}`)}: ${(failed ? red : green)(ending)}`,
		refused.length === 0 ? `None of the ${lack} was asked for.` : `Asked for ${refused.length} of the ${lack}:`,
		...refused.flatMap((call) => callLines(call, bold(call.syscall), dim)),
		...passed.flatMap((call, index) => [
			...(index === 0
				? [yellow(`strace ${run.strace} can't refuse these; the machine's own kernel answered them:`)]
				: []),
			...callLines(call, bold(call.syscall), dim),
		]),
		...missedHere.flatMap((call, index) => [
			...(index === 0 ? [yellow(`${name} has these, and the machine's own kernel has not:`)] : []),
			...callLines(call, bold(call.syscall), dim),
		]),
		...limits(plan, run).map((line) => dim(line)),
	];
	return `${lines.join('\n')}\n`;
}

/** `emulate --format json`. */
export function emulationJson(plan: EmulationPlan, report: EmulationReport, run: EmulatedRun): object {
	const { kernel, profile, arch } = plan;
	return {
		version: 1,
		kernel: kernel && { id: kernel.id, release: kernel.release, vendor: kernel.vendor },
		profile: profile?.id ?? null,
		arch,
		strace: run.strace,
		command: run.command,
		exit: { status: run.status, signal: run.signal },
		lacks: plan.refused.length,
		...report,
		notEmulated: {
			unknownToStrace: run.unknownToStrace,
			conditional: plan.conditional,
			notOnThisMachine: plan.notHere,
		},
	};
}

const mostPlaces = 3;
const mostFrames = 4;

function callLines(
	{ count, errno, by, from }: ReportedCall,
	name: string,
	dim: (text: string) => string,
): readonly string[] {
	const programs = by.map(({ program, pid }) => (program === '' ? `process ${pid}` : `${program} (${pid})`));
	const shown =
		programs.length > 3 ? `${programs.slice(0, 3).join(', ')} and ${programs.length - 3} more` : programs.join(', ');
	const places = [...new Set(from.map(({ stack }) => stackWords(stack)))];
	const answer = errno === null ? '' : ` → ${errno}`;
	return [
		`  ${name}${answer}, ${plural(count, 'time')}, by ${shown}`,
		...places.slice(0, mostPlaces).map((place) => dim(`      from ${place}`)),
		...(places.length > mostPlaces ? [dim(`      and from ${plural(places.length - mostPlaces, 'other place')}`)] : []),
	];
}

function stackWords(stack: readonly string[]): string {
	const frames = stack.filter((frame, index) => frame !== stack[index - 1]); // a recursion once
	return `${frames.slice(0, mostFrames).join(' ← ')}${frames.length > mostFrames ? ' ← …' : ''}`;
}

/** What the run leaves open, where there is anything. */
function limits({ conditional, kernel }: EmulationPlan, { unknownToStrace, strace }: EmulatedRun): readonly string[] {
	return [
		...(conditional.length === 0
			? []
			: [`Not refused, since it depends on arguments: ${conditional.map(({ syscall }) => syscall).join(', ')}.`]),
		...(unknownToStrace.length === 0
			? []
			: [
					`strace ${strace} can't refuse ${plural(unknownToStrace.length, 'newer call')}; they are told when asked for.`,
				]),
		...(kernel === null ? [] : ['Flags that came later under an old call still work here.']),
	];
}
