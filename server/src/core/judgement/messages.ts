import type { Catalog } from '../catalog/catalog.ts';
import type { ApiCall } from '../domain/apiCall.ts';
import type { KnownTarget } from '../domain/target.ts';
import type { RuleProfile } from '../profiles/profile.ts';
import type { Refused } from './blocked.ts';
import type { Missing } from './judge.ts';
import type { StartupLack } from './startup.ts';

/** Fact, place, way out: `epoll_pwait2 needs Linux 5.11; debian:11 ships with 5.10. Use epoll_pwait, or guard the call.` */
export function absentMessage(call: ApiCall, missing: Missing, target: KnownTarget, catalog: Catalog): string {
	return `${fact(call, missing, target)}. ${wayOut(call, missing.syscall, catalog)}`;
}

/** `_sysctl is gone since Linux 5.5; hosts of centos:7 may be as new as 7.3. Guard the call, or do without it.` */
export function removedMessage(call: ApiCall, missing: Missing, target: KnownTarget): string {
	const since = missing.why.removedIn === undefined ? 'newer kernels' : `Linux ${missing.why.removedIn}`;
	const place = target.declaredHost
		? `host ${target.id} runs ${target.ceiling.release}`
		: `hosts of ${target.id} may be as new as ${target.ceiling.release}`;
	return `${subject(call, missing.syscall)} is gone since ${since}; ${place}. Guard the call, or do without it.`;
}

/** `mount answers EPERM under Docker without CAP_SYS_ADMIN. Grant it, or guard the call.` */
export function blockedMessage(call: ApiCall, refused: Refused, { name }: RuleProfile): string {
	const { syscall, verdict, constants } = refused;
	const what = constants.length === 0 ? '' : ` with ${constants.join(' | ')}`;
	const answer = verdict.errno === 'SIGSYS' ? 'kills the program' : `answers ${verdict.errno}`;
	const capability = narrowest(verdict.capability ?? []);
	const without = capability === undefined ? '' : ` without ${capability}`;
	return `${subject(call, syscall)}${what} ${answer} under ${name}${without}. ${wayOutOfProfile(call, capability)}`;
}

/** `getrandom is guarded for ENOSYS, but Docker 17.03.2 answers EPERM. Handle EPERM too.` */
export function weakGuardMessage(call: ApiCall, { syscall, verdict }: Refused, { name }: RuleProfile): string {
	const { errno } = verdict;
	return `${subject(call, syscall)} is guarded for ENOSYS, but ${name} answers ${errno}. Handle ${errno} too.`;
}

/** `glibc 2.31 doesn't start before Linux 3.2; host rhel6 has 2.6.32. Use an older base image.` */
export function imageMessage(lack: StartupLack, target: KnownTarget): string {
	const { name, version } = lack.runtime;
	const runtime = `${name} ${version ?? ''}`.trimEnd();
	if (lack.kind === 'release') {
		return `${runtime} doesn't start before Linux ${lack.release}; ${place(target)}. Use an older base image.`;
	}
	const { reason, since } = lack.why;
	const series = `${name} ${version?.split('.', 1).join('') ?? ''}`.trimEnd();
	return reason === 'newer' && since !== null
		? `${series} needs ${lack.syscall} (Linux ${since}) to start; ${place(target)}. Use an older base.`
		: `${series} doesn't start without ${lack.syscall}; host ${target.id} lacks it. Use another base image.`;
}

/** Of several capabilities each of which will do, the one that gives least away. */
function narrowest(capabilities: readonly string[]): string | undefined {
	return capabilities.find((one) => one !== 'CAP_SYS_ADMIN') ?? capabilities[0];
}

function wayOutOfProfile({ guard }: ApiCall, capability: string | undefined): string {
	switch (guard?.grade) {
		case 'build-time':
			return '#if tells about headers, not the profile.';
		case 'interpreter-only':
			return 'The attribute does not tell of the profile.';
		case 'complete':
		case 'kernel-only':
		case 'elsewhere':
		case 'none':
		case undefined:
			return capability === undefined ? 'Guard the call, or allow it there.' : 'Grant it, or guard the call.';
	}
}

function fact(call: ApiCall, missing: Missing, target: KnownTarget): string {
	const { why } = missing;
	const name = subject(call, missing.syscall);
	switch (why.reason) {
		case 'sandbox':
			return `${name} answers ${why.errno ?? 'ENOSYS'} in ${target.floor.vendor ?? target.id}`;
		case 'never':
			return `${name} was never part of Linux`;
		case 'not-built':
			return `${name} is left out of the kernel of ${target.id}`;
		case 'newer':
		case 'removed':
		case 'not-on-architecture':
			return why.since === null
				? `${name} is not in the kernel of ${target.id}`
				: `${name} needs Linux ${why.since}; ${place(target)}`;
	}
}

function place(target: KnownTarget): string {
	return target.declaredHost
		? `host ${target.id} has ${target.floor.release}`
		: `${target.id} ships with ${target.floor.release}`;
}

/** The name as the author knows it, with the syscall behind it where that has another name. */
function subject(call: ApiCall, syscall: string): string {
	const last = call.api.slice(call.api.lastIndexOf('.') + 1);
	return last === syscall ? syscall : `${call.api} (${syscall})`;
}

function wayOut(call: ApiCall, syscall: string, catalog: Catalog): string {
	const guarded = call.guard?.grade;
	if (guarded === 'build-time') {
		return '#if tells about headers, not the running kernel: test errno for ENOSYS.';
	}
	if (guarded === 'interpreter-only') {
		return 'The attribute tells about the interpreter, not the kernel: handle the error.';
	}
	const instead = catalog.syscall(syscall)?.instead;
	return instead === undefined ? 'Guard the call with a fallback.' : `Use ${instead}, or guard the call.`;
}
