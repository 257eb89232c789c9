import type { KnownTarget, Target, UnknownTarget } from '../domain/target.ts';

/** `Linux 3.10 + rhel7 back-ports`, `gVisor`: a target's floor in a few words. */
export function kernelWords({ floor }: KnownTarget): string {
	if (floor.vendor === 'gvisor') {
		return 'gVisor';
	}
	return floor.vendor === null ? `Linux ${floor.release}` : `Linux ${floor.release} + ${floor.vendor} back-ports`;
}

/** One sentence on where a target comes from, for people who ask why. */
export function whyTarget(target: Target, shownPath: (path: string) => string): string {
	const { declaredAt, id } = target;
	const place =
		declaredAt.kind === 'from'
			? `${shownPath(declaredAt.path ?? 'Dockerfile')}:${(declaredAt.range?.start.line ?? 0) + 1}`
			: declaredAt.kind === 'argument'
				? 'the command line'
				: 'the setting hosts';
	if (target.kind === 'unknown') {
		return `${place} names ${id}: ${unknownReason(target.id, target.reason)}.`;
	}
	return target.declaredHost
		? `${place} declares ${id}: ${kernelWords(target)}.`
		: `${place} builds on ${id}, which ships with ${kernelWords(target)}.`;
}

/** The message on a FROM line that names no release: fact, then way out. */
export function unknownImageMessage(target: UnknownTarget): string {
	return `Kernel unknown: ${unknownReason(target.id, target.reason)}. Name the release in "images" or the kernel in "hosts".`;
}

/** Why a reference names no release, in a few words. */
export function unknownReason(id: string, reason: string): string {
	switch (reason) {
		case 'scratch':
			return 'scratch holds no distribution';
		case 'build-argument':
			return `${id} is filled in by a template, or by a build argument without a default`;
		case 'windows':
			return `${id} is a Windows image`;
		case 'moving-tag':
			return `${id} moves from release to release`;
		case 'digest-only':
			return `${id} is only a digest`;
		case 'no-release':
			return `${id} has no fixed kernel release`;
		case 'unlisted-tag':
			return `the tag of ${id} is not in our history`;
		case 'invalid-reference':
			return `${id} is no image reference`;
		default:
			return `${id} is not a listed image`;
	}
}
