import type { SyscallFile } from '../../../src/core/catalog/generated.ts';
import { compareReleases } from '../../../src/core/domain/kernelRelease.ts';
import { architectures, type Architecture } from '../../../src/core/domain/target.ts';
import type { Problem } from '../problem.ts';
import type { Check } from './check.ts';

/** Reached through socketcall on i386 and s390x long before they got numbers of their own there. */
const behindSocketcall: ReadonlySet<string> = new Set(['sendmsg', 'recvmsg']);

export const insteadIsOlder: Check = {
	name: 'instead-is-older',
	description:
		'What stands in for a call exists, is older, on no architecture newer where both exist, and the file says what is lost with it.',
	*run({ syscalls }) {
		const calls = new Map(syscalls.map(({ value }) => [value.name, value]));
		for (const { path, value } of syscalls) {
			if ((value.instead === undefined) !== (value.loses === undefined)) {
				yield { file: path, field: 'loses', message: '`instead` and `loses` go together' };
			}
			if (value.instead === undefined) {
				continue;
			}
			const other = calls.get(value.instead);
			if (other === undefined) {
				yield { file: path, field: 'instead', message: `'${value.instead}' is no syscall` };
				continue;
			}
			if (value.since !== null && other.since !== null && compareReleases(other.since, value.since) >= 0) {
				const message = `'${other.name}' came with ${other.since}, the call with ${value.since}`;
				yield { file: path, field: 'instead', message };
			}
			yield* newerSomewhere(path, value, other);
		}
	},
};

function* newerSomewhere(file: string, call: SyscallFile, other: SyscallFile): Iterable<Problem> {
	for (const arch of architectures) {
		const since = sinceOn(call, arch);
		const others = sinceOn(other, arch);
		if (since !== undefined && others !== undefined && compareReleases(others, since) > 0) {
			if (!behindSocketcall.has(other.name)) {
				const message = `'${other.name}' came to ${arch} with ${others}, the call with ${since}`;
				yield { file, field: 'instead', message };
			}
		}
	}
}

/** `undefined` where the architecture lacks it, or the release is not known. */
function sinceOn(call: SyscallFile, arch: Architecture): string | undefined {
	const entry = call.architectures[arch];
	return entry === undefined || entry.status !== undefined ? undefined : (entry.since ?? call.since ?? undefined);
}
