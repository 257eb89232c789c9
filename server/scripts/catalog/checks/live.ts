import type { SyscallFile } from '../../../src/core/catalog/generated.ts';

/** Whether a program of today can meet the call: it is implemented on x86_64 or arm64. These have pages in full. */
export function isLive({ status, architectures }: SyscallFile): boolean {
	return (
		status === 'implemented' &&
		[architectures.x86_64, architectures.arm64].some((entry) => entry !== undefined && entry.status === undefined)
	);
}
