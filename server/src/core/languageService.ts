import type { CancellationToken } from './cancellation.ts';
import { loadCatalog, type Catalog } from './catalog/catalog.ts';
import { lazyPages } from './catalog/pages.ts';
import type { BaseImage } from './domain/baseImage.ts';
import type { Position } from './domain/text.ts';
import type { Architecture, Kernel } from './domain/target.ts';
import { emulationPlan, type Emulated, type EmulationPlan } from './emulation/plan.ts';
import { emulationReport, type EmulationReport } from './emulation/report.ts';
import type { CountedCall } from './emulation/straceLog.ts';
import { checkDocument, type CheckedDocument } from './features/checkDocument.ts';
import { compareKernels, type KernelComparison } from './features/compareKernels.ts';
import { describeKernel, type DescribedKernel } from './features/describeKernel.ts';
import { kernelChoice, type KernelChoice } from './features/kernelChoice.ts';
import { checkWorkspace, type WorkspaceProgress, type WorkspaceReport } from './features/checkWorkspace.ts';
import { describeTargets, type TargetDescription } from './features/describeTargets.ts';
import { explain, type Explanation } from './features/explain.ts';
import { hover, type Hover } from './features/hover.ts';
import { manualPage, manualPagesAt, type ManualPage, type PageName } from './features/manualPages.ts';
import type { Host } from './host.ts';
import { createManuals } from './manual/manuals.ts';
import { createImageReader, type DescribedDockerfile } from './project/declaredImages.ts';
import type { TextFile } from './project/document.ts';
import { createProjects, type ProjectOptions } from './project/project.ts';
import { configurationFacts } from './project/configurationFacts.ts';
import { resolveKernel, type UnknownKernel } from './kernels/kernel.ts';
import { diffKernels, syscallsOf, type KernelDifference, type KernelSyscall } from './kernels/kernelTable.ts';
import { readProfile } from './profiles/readProfile.ts';
import { createScanner } from './languages/scanner.ts';

/** All that an editor, a command line or another tool can ask. One judgement, many ways to say it. */
export interface LanguageService {
	readonly catalog: Catalog;
	/** The calls of a source and what is to be said of it; of a Dockerfile or configuration file what is wrong in it. */
	check(document: TextFile, token?: CancellationToken): Promise<CheckedDocument>;
	/** What stands under the cursor: a call's syscall, a FROM line's release; undefined where there is nothing. */
	hover(document: TextFile, position: Position, token?: CancellationToken): Promise<Hover | undefined>;
	/** Checks files and folders. Throws `Cancelled` when the token says so. */
	checkWorkspace(
		paths: readonly string[],
		progress?: (progress: WorkspaceProgress) => void,
		token?: CancellationToken,
	): Promise<WorkspaceReport>;
	/** What a document is held against, and why. */
	targets(document: Pick<TextFile, 'path'>, token?: CancellationToken): Promise<TargetDescription>;
	/** What a reference names. */
	image(reference: string): BaseImage;
	/** A Dockerfile's stages, each resolved. */
	dockerfile(text: string): DescribedDockerfile;
	/** A syscall (`openat2`) or an Api (`c:fopen`, `python:os.urandom`); undefined where there is no such thing. */
	explain(name: string): Promise<Explanation | undefined>;
	/** A manual page of exactly this section: the manual's own, or what we know ourselves. */
	manualPage(section: string, name: string): Promise<ManualPage>;
	/** The pages that belong to the call under the cursor; none where there is no call. */
	manualPagesAt(document: TextFile, position: Position, token?: CancellationToken): Promise<readonly PageName[]>;
	kernel(id: string): Kernel | UnknownKernel;
	/** A container profile with its rules; a path to a `seccomp.json` is absolute. */
	profile(id: string): ReturnType<typeof readProfile>;
	syscallsOf(kernel: Kernel, arch: Architecture): readonly KernelSyscall[];
	diff(from: Kernel, to: Kernel, arch: Architecture): KernelDifference;
	/** What a kernel is and offers, with the words that people read. */
	describeKernel(kernel: Kernel, arch: Architecture): DescribedKernel;
	compareKernels(from: Kernel, to: Kernel, arch: Architecture): KernelComparison;
	/** Every kernel that has a name; what the folders are held against comes first. */
	kernelChoice(roots: readonly string[], token?: CancellationToken): Promise<KernelChoice>;
	/** Which calls a program must not get through to run as if on another kernel or under a profile. */
	emulationPlan(emulated: Emulated, machine: Kernel | undefined): EmulationPlan;
	/** What a program asked for under a plan, sorted by what it means. */
	emulationReport(plan: EmulationPlan, calls: readonly CountedCall[]): EmulationReport;
	/** Files, settings or folders changed: nothing remembered of projects counts any more. */
	forgetProjects(): void;
}

/** Loads the facts and builds the service. `options` is asked again at each look at a project. */
export async function createLanguageService(host: Host, options: () => ProjectOptions): Promise<LanguageService> {
	const catalog = await loadCatalog(host);
	const images = await createImageReader(host, catalog);
	const pageOf = lazyPages(host);
	const facts = configurationFacts(catalog);
	const scanner = createScanner(host, catalog);
	const projects = createProjects(host, catalog, facts, options, images.declaredIn);
	const world = { catalog, facts, images, manuals: createManuals(host), pageOf, projects, scanner };

	return Object.freeze<LanguageService>({
		catalog,
		check: (document, token) => checkDocument(document, world, token),
		hover: (document, position, token) => hover(document, position, world, token),
		checkWorkspace: (paths, progress, token) => checkWorkspace(paths, host, world, progress, token),
		targets: (document, token) => describeTargets(document, projects, token),
		image: (reference) => images.resolve(reference),
		dockerfile: (text) => images.describe(text),
		explain: (name) => explain(name, catalog, pageOf),
		manualPage: (section, name) => manualPage(section, name, world, (asked) => explain(asked, catalog, pageOf)),
		manualPagesAt: (document, position, token) => manualPagesAt(document, position, world, token),
		kernel: (id) => resolveKernel(id, catalog),
		profile: (id) => readProfile(id, '/', host, catalog),
		syscallsOf: (kernel, arch) => syscallsOf(kernel, arch, catalog),
		diff: (from, to, arch) => diffKernels(from, to, arch, catalog),
		describeKernel: (kernel, arch) => describeKernel(kernel, arch, catalog),
		compareKernels: (from, to, arch) => compareKernels(from, to, arch, catalog),
		kernelChoice: (roots, token) => kernelChoice(roots, host, world, token),
		emulationPlan: (emulated, machine) => emulationPlan(emulated, machine, catalog),
		emulationReport: (plan, calls) => emulationReport(plan, calls, catalog),
		forgetProjects: () => projects.forget(),
	});
}
