import type { Architecture } from '../../domain/target.ts';
import { evaluate, type Assumption } from './directiveCondition.ts';
import type { Term } from './preprocessor.ts';

const linux = /^(?:__linux(?:__)?|linux|__gnu_linux__|__unix(?:__)?|unix)$/;

const otherSystem = new RegExp(
	`^(?:${[
		'_?WIN(?:32|64)',
		'__WIN(?:32|64|NT|DOWS)?__',
		'_?WINDOWS',
		'(?:OS|PLATFORM|G_OS|MS|TARGET_OS|RUBY|SYSTEM|HAVE|USE)_WIN(?:32|DOWS|DOWS_NT)?',
		'_MSC_VER',
		'__MINGW(?:32|64)__',
		'__CYGWIN(?:32)?__',
		'__MSYS__',
		'__APPLE__',
		'__MACH__',
		'__DARWIN__',
		'__darwin__',
		'(?:TARGET_OS|PLATFORM|OS)_(?:MAC|OSX|MACOS|IPHONE|IOS|DARWIN)',
		'__(?:Free|Net|Open|kFree)BSD__',
		'__(?:Free|Net|Open)BSD_version',
		'__FreeBSD_kernel__',
		'__DragonFly__',
		'__bsdi__',
		'BSD',
		'__sun(?:__)?',
		'sun',
		'__SVR4',
		'__svr4__',
		'__illumos__',
		'__hpux(?:__)?',
		'_?_?hpux',
		'_AIX',
		'__osf__',
		'__sgi(?:__)?',
		'__QNX(?:NTO)?__',
		'__HAIKU__',
		'__BEOS__',
		'__GNU__',
		'__VMS',
		'VMS',
		'__OS2__',
		'OS2',
		'__EMX__',
		'MSDOS',
		'__DJGPP__',
		'__MVS__',
		'__PASE__',
		'__wasi__',
		'__EMSCRIPTEN__',
		'__Fuchsia__',
		'__minix',
		'__VXWORKS__',
		'ESP_PLATFORM',
		'ARDUINO',
	].join('|')})$`,
);

/** On Linux, whatever the headers and the build's configuration say. */
const onLinux: Assumption = ({ name }) => (linux.test(name) ? 1 : otherSystem.test(name) ? 0 : undefined);

/** Nothing is known: only literal conditions such as `#if 0` decide. */
const nothingKnown: Assumption = () => undefined;

/** True for lines that no build compiles, such as those behind `#if 0`. */
export function isNeverCompiled(terms: readonly Term[]): boolean {
	return terms.some((term) => cannotHold(term, nothingKnown));
}

/** The condition that keeps these lines away from Linux: `#ifdef _WIN32`, the `#else` of `#ifdef __linux__`. */
export function otherSystemTerm(terms: readonly Term[]): Term | undefined {
	return terms.find((term) => cannotHold(term, onLinux));
}

/** True for lines that a build for Linux may compile. */
export function isForLinux(terms: readonly Term[]): boolean {
	return !isNeverCompiled(terms) && !otherSystemTerm(terms);
}

const architectureMacros: readonly (readonly [Architecture, RegExp])[] = [
	['x86_64', /^(?:__x86_64(?:__)?|__amd64(?:__)?|_M_X64|_M_AMD64)$/],
	['i386', /^(?:__i[3456]86(?:__)?|i386|_M_IX86)$/],
	['arm64', /^(?:__aarch64__|_M_ARM64)$/],
	['arm', /^(?:__arm__|__ARM_EABI__|__thumb__)$/],
	['riscv64', /^__riscv$/],
	['ppc64', /^(?:__powerpc64__|__ppc64__|__PPC64__)$/],
	['ppc32', /^(?:__powerpc__|__ppc__|__PPC__)$/],
	['s390x', /^__s390x?__$/],
];

const anyArchitecture =
	/^(?:__x86_64|__amd64|__i[3456]86|i386|_M_|__aarch64|__arm|__ARM|__thumb|__riscv|__powerpc|__ppc|__PPC|__s390|__mips|__alpha|__ia64|__sparc|__hppa|__m68k|__sh__|__loongarch|__arc__|__tile|__xtensa|__nios|__or1k|__csky|__microblaze)/;

/** The architecture that these lines are for: x86_64 unless their conditions exclude it; undefined where none of ours is left. */
export function architectureOf(terms: readonly Term[]): Architecture | undefined {
	const found = architectureMacros.find(([, own]) => {
		const assume: Assumption = ({ name }) => (own.test(name) ? 1 : anyArchitecture.test(name) ? 0 : undefined);
		return !terms.some((term) => cannotHold(term, assume));
	});
	return found?.[0];
}

/** True where a term is certain to be false under the assumption. */
export function cannotHold({ condition, holds }: Term, assume: Assumption): boolean {
	const value = evaluate(condition, assume);
	return value !== undefined && (value !== 0) !== holds;
}
