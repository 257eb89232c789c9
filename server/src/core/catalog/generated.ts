// Generated from server/data/schemas (syscall.schema.json, kernel.schema.json, distro.schema.json, flags.schema.json, profile.schema.json, startup.schema.json) by server/scripts/compileCatalog.ts. Don't edit.

/**
 * A kernel release, such as 2.6.32 or 5.10.
 */
export type Release = string;

/**
 * How sure the fact is; without it, verified. recalled and inferred are the weaker claims.
 */
export type Certainty = 'verified' | 'measured' | 'inferred' | 'recalled';

/**
 * A configuration symbol without its CONFIG_.
 */
export type ConfigSymbol = string;

/**
 * False where the library has none: call it with syscall(2).
 */
export type Wrapper =
	| false
	| {
			/**
			 * A kernel release, such as 2.6.32 or 5.10.
			 */
			since: string;
			/**
			 * A kernel release, such as 2.6.32 or 5.10.
			 */
			until?: string;
			/**
			 * Its name, where that is not the name of the call.
			 */
			function?: string;
			/**
			 * False where no header of the library declares it.
			 */
			declared?: false;
			/**
			 * What is different from the call itself.
			 */
			note?: string;
	  };

/**
 * A system call: when it came to mainline Linux and went, its number on each architecture, and how a program calls it. The file is named for the call.
 */
export interface SyscallFile {
	/**
	 * This schema.
	 */
	$schema: '../schemas/syscall.schema.json';
	/**
	 * The name as in the kernel's table.
	 */
	name: string;
	/**
	 * What the call does, in one line of our own.
	 */
	summary?: string;
	/**
	 * The mainline release that added it. Null where that is not known or it was never implemented; the note says which.
	 */
	since: Release | null;
	/**
	 * A kernel release, such as 2.6.32 or 5.10.
	 */
	removed?: string;
	/**
	 * implemented: in the newest release. removed: no longer. never-implemented: a reserved number. private: outside the table of arm. other-architecture: only on architectures which are not listed here. historic: known from the manual pages only, without a number on the listed architectures.
	 */
	status: 'implemented' | 'removed' | 'never-implemented' | 'private' | 'other-architecture' | 'historic';
	/**
	 * A kernel release, such as 2.6.32 or 5.10.
	 */
	deprecated?: string;
	/**
	 * The architectures that have it, where it is not a call of all, as the manual pages name them.
	 *
	 * @minItems 1
	 */
	onlyOn?: [string, ...string[]];
	/**
	 * Its place on each architecture that has a number for it.
	 */
	architectures: {
		x86_64?: Entry;
		i386?: Entry;
		arm64?: Entry;
		arm?: Entry;
		riscv64?: Entry;
		ppc64?: Entry;
		ppc32?: Entry;
		s390x?: Entry;
	};
	/**
	 * The configuration symbol without which it is not built; null where every kernel has it.
	 */
	kconfig?: ConfigSymbol | null;
	/**
	 * Its parameters on the kernel's side.
	 */
	parameters?: string[];
	libc?: Libc;
	wrappers?: Wrappers;
	/**
	 * When to reach for it and what bites, in one or two sentences of our own.
	 */
	details?: string;
	page?: Page;
	/**
	 * What to use where it is missing.
	 */
	instead?: string;
	/**
	 * What is lost with the call that stands instead.
	 */
	loses?: string;
	/**
	 * What a program does where it is missing and no older call stands in.
	 */
	without?: string;
	/**
	 * What a reader must know to judge the facts, such as a disagreement of the sources and what was made of it.
	 */
	note?: string;
	/**
	 * Where the facts are from.
	 *
	 * @minItems 1
	 */
	sources: [Source, ...Source[]];
}

/**
 * The call on one architecture.
 */
export interface Entry {
	/**
	 * Its number.
	 */
	number: number;
	/**
	 * A kernel release, such as 2.6.32 or 5.10.
	 */
	since?: string;
	/**
	 * A kernel release, such as 2.6.32 or 5.10.
	 */
	notLaterThan?: string;
	/**
	 * A kernel release, such as 2.6.32 or 5.10.
	 */
	removed?: string;
	/**
	 * never: the number is reserved and no kernel implements it here. not-built: there is a row, but no reference build of the architecture has an implementation.
	 */
	status?: 'never' | 'not-built';
	/**
	 * A kernel release, such as 2.6.32 or 5.10.
	 */
	notBuiltFrom?: string;
	/**
	 * Releases whose reference build leaves it out, though earlier and later ones have it.
	 */
	notBuiltIn?: Release[];
	/**
	 * The configuration symbol here, where it is another one.
	 */
	kconfig?: string;
	certainty?: Certainty;
}

/**
 * The C prototype; where no library declares the function, the one for syscall(2).
 */
export interface Libc {
	/**
	 * The headers that declare it.
	 */
	headers: string[];
	/**
	 * The type of its value.
	 */
	returns: string;
	/**
	 * Its parameters in order.
	 */
	parameters: {
		/**
		 * The C type; ... for variable arguments.
		 */
		type: string;
		/**
		 * The usual name.
		 */
		name?: string;
	}[];
	/**
	 * Macros to define before the first include.
	 */
	defines?: string[];
	/**
	 * Feature test macros, any of which declares it.
	 */
	featureTests?: string[];
	certainty?: Certainty;
}

/**
 * The functions of the C libraries that make the call.
 */
export interface Wrappers {
	glibc: Wrapper;
	musl: Wrapper;
	/**
	 * The library that has the function, where it is neither.
	 */
	library?: string;
}

/**
 * What a programmer looks up, in our own words.
 */
export interface Page {
	/**
	 * What a success gives; null where the call does not return.
	 */
	returns: string | null;
	/**
	 * The meaning of each parameter, in order, by the name in the prototype.
	 */
	parameters: {
		[k: string]: string;
	};
	/**
	 * What each error means for this call.
	 */
	errors: {
		[k: string]: string;
	};
	/**
	 * What else answers ENOSYS or EPERM: configuration, settings, sandboxes, file systems.
	 */
	alsoRefused: {
		/**
		 * The error.
		 */
		errno: string;
		/**
		 * What gives it, besides an old kernel or missing permissions.
		 */
		when: string;
	}[];
}

/**
 * A source and what it says.
 */
export interface Source {
	/**
	 * The work, with version or commit.
	 */
	source: string;
	/**
	 * What it says, in our words.
	 */
	says: string;
	certainty?: Certainty;
}

/**
 * A kernel that is not a mainline release: a distribution's, with what it adds and leaves out, or a sandbox with a table of its own. The file is named for its id.
 */
export type KernelFile = DistributionKernel | SandboxKernel;

/**
 * As people name it: rhel7, rhel8.6, gvisor.
 */
export type Id = string;

/**
 * Other names. The bare major release names the newest minor release known here, because such a host is updated in place.
 *
 * @minItems 1
 */
export type Aliases = [string, ...string[]];

/**
 * Its name in full.
 */
export type Name = string;

/**
 * The build that was examined.
 */
export type Full = string;

/**
 * The name of a call of our table.
 */
export type SyscallName = string;

/**
 * What was not seen, and what stands in for it.
 */
export type Note = string;

/**
 * Where the facts are from.
 *
 * @minItems 1
 */
export type Sources = [Source, ...Source[]];

/**
 * A mainline release with back-ports.
 */
export interface DistributionKernel {
	/**
	 * This schema.
	 */
	$schema: '../schemas/kernel.schema.json';
	id: Id;
	aliases?: Aliases;
	name: Name;
	/**
	 * The table is that of the mainline release, with the difference given below.
	 */
	base: 'mainline';
	/**
	 * The mainline release it is built on.
	 */
	release: string;
	full: Full;
	/**
	 * The difference on each architecture that was examined.
	 */
	architectures: {
		x86_64?: Delta;
		arm64?: Delta;
	};
	/**
	 * Calls that are there, yet may be refused.
	 *
	 * @minItems 1
	 */
	caveats?: [Caveat, ...Caveat[]];
	note: Note;
	sources: Sources;
}

/**
 * The difference from the base release on one architecture. Each minor release says all of it.
 */
export interface Delta {
	/**
	 * Back-ported calls that work.
	 */
	adds: Addition[];
	/**
	 * Calls that are missing.
	 */
	lacks: Lack[];
}

/**
 * A call back-ported from a later mainline release.
 */
export interface Addition {
	syscall: SyscallName;
	/**
	 * What is different, or why the claim is weaker.
	 */
	note?: string;
	certainty?: Certainty;
}

/**
 * A call which the table or the base release has, and this kernel has not.
 */
export interface Lack {
	syscall: SyscallName;
	/**
	 * configuration: the code is there and not built. no-function: a row of the table without a function behind it.
	 */
	reason: 'configuration' | 'no-function';
	/**
	 * The symbol that is off.
	 */
	kconfig?: string;
	/**
	 * Why the claim is weaker.
	 */
	note?: string;
	certainty?: Certainty;
}

/**
 * Calls that are there, yet may be refused.
 */
export interface Caveat {
	/**
	 * The calls.
	 *
	 * @minItems 1
	 */
	syscalls: [SyscallName, ...SyscallName[]];
	/**
	 * What stands in the way.
	 */
	says: string;
	/**
	 * The error it gives.
	 */
	errno?: string;
}

/**
 * A kernel in user space, with a table of its own.
 */
export interface SandboxKernel {
	/**
	 * This schema.
	 */
	$schema: '../schemas/kernel.schema.json';
	id: Id;
	aliases?: Aliases;
	name: Name;
	/**
	 * No mainline table counts.
	 */
	base: 'none';
	/**
	 * The release it reports.
	 */
	release: string;
	full: Full;
	/**
	 * Its table on each architecture.
	 */
	architectures: {
		x86_64?: Table;
		arm64?: Table;
	};
	note: Note;
	sources: Sources;
}

/**
 * All that the sandbox answers on one architecture; what is not listed gives ENOSYS.
 */
export interface Table {
	/**
	 * Calls that work.
	 */
	full: SyscallName[];
	/**
	 * Calls that work in part.
	 */
	partial: PartialCall[];
	/**
	 * Calls that always fail.
	 */
	refused: Refusal[];
}

/**
 * A call that is implemented in part.
 */
export interface PartialCall {
	syscall: SyscallName;
	/**
	 * Constants which its own table names as not supported or as the supported ones.
	 */
	options?: string[];
}

/**
 * A call that always fails.
 */
export interface Refusal {
	syscall: SyscallName;
	/**
	 * The error it gives; with a capability named, the error without it.
	 */
	errno: string;
	/**
	 * The capability that is asked for first.
	 */
	capability?: string;
	/**
	 * The error it gives to one that has the capability.
	 */
	errnoWithCapability?: string;
}

/**
 * Where the fact is from.
 */
export type Origin = string;

/**
 * A release of a distribution: the kernel, C library and Python it ships with, and its dates. The file is named <id>-<version>, or <id> where the version is empty or the distribution only rolls.
 */
export interface DistroFile {
	/**
	 * This schema.
	 */
	$schema: '../schemas/distro.schema.json';
	/**
	 * The distribution: debian, amazonlinux, opensuse-leap.
	 */
	id: string;
	/**
	 * Its release; rolling where there are none, empty for scratch.
	 */
	version: string;
	/**
	 * The name of the release.
	 */
	codename: string | null;
	/**
	 * Other names that people use for it.
	 *
	 * @minItems 1
	 */
	aliases?: [string, ...string[]];
	/**
	 * The kernel which the release ships with, at first release where that is known; null where it ships none or none is known.
	 */
	kernel: OwnKernel | LikeKernel | null;
	/**
	 * Why kernel is null. scratch: nothing at all. no-kernel: made for containers only. rolling: the kernel is never settled. not-found: it has one, which we don't know.
	 */
	noKernel?: 'scratch' | 'no-kernel' | 'rolling' | 'not-found';
	/**
	 * Other kernels that hosts of this release run.
	 *
	 * @minItems 1
	 */
	otherKernels?: [OtherKernel | LikeOtherKernels, ...(OtherKernel | LikeOtherKernels)[]];
	/**
	 * Its C library.
	 */
	libc: {
		/**
		 * Which one.
		 */
		name: 'glibc' | 'musl' | 'uclibc' | 'none';
		/**
		 * Its version, null where it is not known.
		 */
		version: string | null;
		certainty: Certainty;
		source: Origin;
	};
	/**
	 * Its own Python.
	 */
	python?: {
		/**
		 * Its version.
		 */
		version: string;
		certainty: Certainty;
		source: Origin;
	};
	/**
	 * Its life; null where a date is not known or does not apply.
	 */
	dates: {
		/**
		 * First release.
		 */
		released: string | null;
		/**
		 * End of the usual support.
		 */
		endOfLife: string | null;
		/**
		 * End of the longest support on offer.
		 */
		extendedEndOfLife: string | null;
		/**
		 * The longest support is for everybody (Debian LTS), so its end is the release's end of life.
		 */
		extendedIsFree?: true;
		certainty: Certainty;
		source: Origin;
	};
	/**
	 * What a reader must know to judge the facts.
	 */
	note?: string;
}

/**
 * A kernel of its own.
 */
export interface OwnKernel {
	/**
	 * The mainline release it is built on.
	 */
	release: string;
	/**
	 * A build of it.
	 */
	full?: string;
	/**
	 * Which build that is.
	 */
	fullIs?: string;
	/**
	 * How sure the build is, where that differs.
	 */
	fullCertainty?: 'verified' | 'measured' | 'inferred' | 'recalled';
	/**
	 * The kernel of ours whose back-ports count, or null.
	 */
	vendor: string | null;
	certainty: Certainty;
	source: Origin;
}

/**
 * The kernel of another release.
 */
export interface LikeKernel {
	/**
	 * The file of the release that has the same kernel.
	 */
	like: string;
	certainty: Certainty;
	source: Origin;
}

/**
 * A kernel beside the native one.
 */
export interface OtherKernel {
	/**
	 * Its release or build.
	 */
	release?: string;
	/**
	 * Whence it comes, or when it is the default.
	 */
	note: string;
	certainty: Certainty;
	source: Origin;
}

/**
 * All that another release lists.
 */
export interface LikeOtherKernels {
	/**
	 * The file of that release.
	 */
	like: string;
}

/**
 * Calls of our table. In a row: those of the file's calls that take the constant, where not all do.
 *
 * @minItems 1
 */
export type FlagCalls = [string, ...string[]];

/**
 * operation: says what the call does (F_DUPFD_CLOEXEC, a request of ioctl). option: of a socket or a tracee. type: the kind of a thing to be made or named (BPF_MAP_TYPE_RINGBUF). flag: a bit beside others. value: any other constant. field: of a structure.
 */
export type FlagKind = 'operation' | 'option' | 'type' | 'flag' | 'value' | 'field';

/**
 * The constants that go into the arguments of one call, or of calls that share them, each with the release that added it. The file is named for the first call; several files about one call go on after a dash: setsockopt-tcp.
 */
export interface FlagsFile {
	/**
	 * Where this schema is.
	 */
	$schema: string;
	syscalls: FlagCalls;
	/**
	 * Ordered by kind (operation, option, type, flag, value, field), then release, then name.
	 *
	 * @minItems 1
	 */
	flags: [FlagRow, ...FlagRow[]];
	/**
	 * The sources by the word that `basis` has for them.
	 */
	sources: {
		manual?: FlagSource;
		headers?: FlagSource;
		strace?: FlagSource;
		liburing?: FlagSource;
		recalled?: FlagSource;
	};
}

/**
 * A constant and the release from which the kernel understands it.
 */
export interface FlagRow {
	/**
	 * Its name in the headers.
	 */
	constant: string;
	kind: FlagKind;
	syscalls?: FlagCalls;
	/**
	 * The release that added it or, with `after`, the first one seen with it.
	 */
	since: string;
	/**
	 * The last release seen without it, where those between were not seen.
	 */
	after?: string;
	/**
	 * The release that removed it.
	 */
	until?: string;
	/**
	 * The sources that bear it; for strace with the commit.
	 *
	 * @minItems 1
	 */
	basis: [string, ...string[]];
	/**
	 * The weaker claims; without it, the sources say so.
	 */
	certainty?: 'inferred' | 'recalled';
	/**
	 * Where sources disagree or the claim is weaker: what they say, and why this was believed.
	 */
	note?: string;
}

/**
 * A source and what it says.
 */
export interface FlagSource {
	/**
	 * The work, with version.
	 */
	source: string;
	/**
	 * What it says, in our words.
	 */
	says: string;
	/**
	 * Marks what is our own knowledge.
	 */
	certainty?: 'recalled';
}

/**
 * A version of the engine, such as 20.10.9.
 */
export type EngineVersion = string;

/**
 * The error that the call gives.
 */
export type Errno = 'EPERM' | 'ENOSYS' | 'EINVAL';

/**
 * Capabilities. A rule's `capabilities` are all held by the container, and none of its `without` is.
 *
 * @minItems 1
 */
export type Capabilities = [string, ...string[]];

/**
 * The name of a call of our table.
 */
export type ProfileSyscall = string;

/**
 * Architectures as the profiles name them. The machine is one of a rule's `architectures`, and none of its `exceptArchitectures`.
 *
 * @minItems 1
 */
export type ProfileArchitectures = [
	'amd64' | 'x32' | 'x86' | 'arm' | 'arm64' | 'ppc64le' | 'riscv64' | 's390' | 's390x',
	...('amd64' | 'x32' | 'x86' | 'arm' | 'arm64' | 'ppc64le' | 'riscv64' | 's390' | 's390x')[]
];

/**
 * The default seccomp profile of a container engine through its versions: what it answers to each syscall. The file is named for the engine.
 */
export interface ProfileFile {
	$schema: '../schemas/profile.schema.json';
	/**
	 * As people name it.
	 */
	engine: 'docker' | 'podman' | 'containerd';
	/**
	 * Its name in prose.
	 */
	name: string;
	/**
	 * Which versions these are, and what the profile does not say.
	 */
	note: string;
	/**
	 * Where the refs and commits of the versions are.
	 */
	repository: string;
	/**
	 * The releases that were read, all between the two.
	 */
	read: {
		oldest: EngineVersion;
		newest: EngineVersion;
		/**
		 * How many.
		 */
		releases: number;
	};
	/**
	 * Where the facts are from.
	 *
	 * @minItems 1
	 */
	sources: [
		{
			/**
			 * The work, with version or commit.
			 */
			source: string;
			/**
			 * What it says, in our words.
			 */
			says: string;
		},
		...{
			/**
			 * The work, with version or commit.
			 */
			source: string;
			/**
			 * What it says, in our words.
			 */
			says: string;
		}[]
	];
	/**
	 * What a syscall gets that no rule lets through or refuses.
	 *
	 * @minItems 1
	 */
	unlisted: [
		{
			since: EngineVersion;
			errno: Errno;
		},
		...{
			since: EngineVersion;
			errno: Errno;
		}[]
	];
	/**
	 * What a syscall gets whose number is above the highest that the profile names, when that is the runtime's own answer.
	 */
	newNumbers?: {
		since: EngineVersion;
		errno: Errno;
		/**
		 * The work, with version or commit.
		 */
		source: string;
		/**
		 * What it says, in our words.
		 */
		says: string;
	};
	/**
	 * The capabilities of a container that asks for none.
	 *
	 * @minItems 1
	 */
	capabilities: [
		{
			since: EngineVersion;
			granted: Capabilities;
		},
		...{
			since: EngineVersion;
			granted: Capabilities;
		}[]
	];
	/**
	 * The versions at which the profile became another one, by number.
	 *
	 * @minItems 1
	 */
	versions: [ProfileVersion, ...ProfileVersion[]];
	/**
	 * Syscalls that every version allows without a condition.
	 */
	always: ProfileSyscall[];
	/**
	 * All others that a version names, those of the same history together.
	 */
	changing: ProfileHistory[];
}

/**
 * A version and where its profile is.
 */
export interface ProfileVersion {
	version: EngineVersion;
	/**
	 * The tag.
	 */
	ref: string;
	/**
	 * The commit of the tag.
	 */
	commit: string;
	/**
	 * The file.
	 */
	path: string;
	/**
	 * The library that brings the profile, with its version.
	 */
	library?: string;
}

export interface ProfileHistory {
	/**
	 * The calls.
	 *
	 * @minItems 1
	 */
	syscalls: [ProfileSyscall, ...ProfileSyscall[]];
	/**
	 * The rules from a version on, until the next one.
	 *
	 * @minItems 1
	 */
	answers: [ProfileAnswer, ...ProfileAnswer[]];
}

/**
 * The rules for a call from a version on; none where the profile does not name it.
 */
export interface ProfileAnswer {
	since: EngineVersion;
	/**
	 * In their order: the first that applies and has no arguments holds.
	 */
	rules: ProfileRule[];
}

/**
 * A rule; it applies when all of its conditions do.
 */
export interface ProfileRule {
	/**
	 * Lets the call through, or the error it gives.
	 */
	action: 'allow' | 'EPERM' | 'ENOSYS' | 'EINVAL';
	capabilities?: Capabilities;
	without?: Capabilities;
	architectures?: ProfileArchitectures;
	exceptArchitectures?: ProfileArchitectures;
	/**
	 * The running kernel calls itself this or newer.
	 */
	minKernel?: string;
	/**
	 * All of these hold for the call's arguments.
	 *
	 * @minItems 1
	 */
	arguments?: [ArgumentCondition, ...ArgumentCondition[]];
}

/**
 * What one argument of the call must be.
 */
export interface ArgumentCondition {
	/**
	 * The argument, from 0 on.
	 */
	index: number;
	/**
	 * Only these bits of it are compared.
	 */
	mask?: string;
	/**
	 * How it compares with the value.
	 */
	op: 'is' | 'not' | 'below' | 'above';
	/**
	 * The value.
	 */
	value: number;
}

/**
 * A dotted version.
 */
export type StartupVersion = string;

/**
 * What a C library or an interpreter needs of the kernel merely to start. The file is named for it. Calls as old as Linux 2.6.16 are left out: no kernel of ours is without them.
 */
export interface StartupFile {
	/**
	 * This schema.
	 */
	$schema: '../schemas/startup.schema.json';
	/**
	 * The library or interpreter.
	 */
	runtime: 'glibc' | 'musl' | 'python' | 'node';
	/**
	 * The versions that were started while one call after the other answered ENOSYS.
	 *
	 * @minItems 1
	 */
	looked: [StartupVersion, ...StartupVersion[]];
	/**
	 * What it can't start without. Of a version outside every range nothing is known.
	 */
	needs: StartupNeed[];
	/**
	 * The sources by the short keys that the needs use.
	 */
	sources: {
		[k: string]: StartupSource;
	};
	/**
	 * What was seen and left out, and why.
	 */
	note?: string;
}

/**
 * One thing that some versions need: either a release of the kernel, or calls.
 */
export interface StartupNeed {
	/**
	 * A dotted version.
	 */
	from: string;
	/**
	 * A dotted version.
	 */
	before: string;
	/**
	 * The one architecture it is said of. Absent: all.
	 */
	arch?: 'x86_64' | 'i386' | 'arm64' | 'arm' | 'riscv64' | 'ppc64' | 'ppc32' | 's390x';
	/**
	 * A dotted version.
	 */
	kernel?: string;
	/**
	 * Calls that it needs, all of them.
	 *
	 * @minItems 1
	 */
	syscalls?: [string, ...string[]];
	/**
	 * A dotted version.
	 */
	kernelFrom?: string;
	/**
	 * How it ends: `aborts`, `FATAL: kernel too old`.
	 */
	whenMissing: string;
	/**
	 * What a reader must know to judge it.
	 */
	note?: string;
	/**
	 * Keys of the file's sources.
	 *
	 * @minItems 1
	 */
	sources: [string, ...string[]];
}

/**
 * Where a fact is from.
 */
export interface StartupSource {
	/**
	 * The programs that were run, or the files that were read.
	 */
	source: string;
	/**
	 * What they show.
	 */
	says: string;
}
