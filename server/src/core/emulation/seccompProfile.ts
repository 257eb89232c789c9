import { errnoNumber } from '../domain/errnos.ts';
import type { Architecture } from '../domain/target.ts';
import type { EmulationPlan } from './plan.ts';

/** The architectures of a profile in the runtime specification's words, with those whose programs run there too. */
const architectureNames: Readonly<Record<Architecture, readonly string[]>> = {
	x86_64: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86', 'SCMP_ARCH_X32'],
	i386: ['SCMP_ARCH_X86'],
	arm64: ['SCMP_ARCH_AARCH64', 'SCMP_ARCH_ARM'],
	arm: ['SCMP_ARCH_ARM'],
	riscv64: ['SCMP_ARCH_RISCV64'],
	ppc64: ['SCMP_ARCH_PPC64LE'],
	ppc32: ['SCMP_ARCH_PPC'],
	s390x: ['SCMP_ARCH_S390X', 'SCMP_ARCH_S390'],
};

/** The plan as a profile for `docker run --security-opt seccomp=…`: everything passes but what is refused. */
export function seccompProfile({ arch, refused }: EmulationPlan): object {
	const errnos = [...new Set(refused.map(({ errno }) => errno))];
	return {
		defaultAction: 'SCMP_ACT_ALLOW',
		architectures: architectureNames[arch],
		syscalls: errnos.map((errno) => ({
			names: refused.filter((call) => call.errno === errno).map(({ syscall }) => syscall),
			...actionOf(errno),
		})),
	};
}

function actionOf(errno: string): object {
	return errno === 'SIGSYS'
		? { action: 'SCMP_ACT_KILL_PROCESS' }
		: { action: 'SCMP_ACT_ERRNO', errnoRet: errnoNumber(errno) };
}
