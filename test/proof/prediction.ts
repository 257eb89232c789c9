import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createLanguageService, type LanguageService } from '../../server/src/core/languageService.ts';
import type { ProjectOptions } from '../../server/src/core/project/project.ts';
import { MemoryHost } from '../memoryHost.ts';
import type { Program } from './programs.ts';

/** A kernel or a profile, by the names that people use. */
export interface Condition {
	readonly kernel?: string;
	readonly profile?: string;
}

/** Asks `check` whether a program will fail: the codes of what it finds, none where it will not. */
export interface Oracle {
	readonly service: LanguageService;
	/** The rules of a profile; a file's are the workspace's. */
	readonly profile: (id: string) => ReturnType<LanguageService['profile']>;
	readonly predict: (program: Program, condition: Condition) => Promise<readonly string[]>;
}

const failing = ['absent-syscall', 'removed-syscall', 'blocked-syscall', 'weak-guard'];

/** Makes the service with this machine's libraries as the image, and `machine` as the kernel where none is named. */
export async function createOracle(machine: string): Promise<Oracle> {
	const host = new MemoryHost({
		'seccomp.json': readFileSync(path.resolve(import.meta.dirname, 'seccomp.json'), 'utf8'),
	});
	let options: ProjectOptions = { roots: [host.root], settings: () => Promise.resolve({}) };
	const service = await createLanguageService(host, () => options);
	const image = service.image(thisDistribution());
	const interpreters = interpretersHere();
	return {
		service,
		profile: (id) => service.profile(id.endsWith('.json') ? host.path(id) : id),
		async predict({ name, language, text }, { kernel, profile }) {
			const interpreter = interpreters[language];
			options = {
				...options,
				overrides: { hosts: [kernel ?? machine], profile: profile ?? 'none', guards: ['have_pidfd'] },
				images: [{ reference: 'here', image: { ...image, interpreter }, arch: null, declaredAt: { kind: 'argument' } }],
			};
			service.forgetProjects();
			const { findings } = await service.check({ path: host.path(name), text });
			return findings.map(({ code }) => code).filter((code) => failing.includes(code));
		},
	};
}

/** `debian:12`, out of what the distribution says of itself. */
function thisDistribution(): string {
	const release = readFileSync('/etc/os-release', 'utf8');
	const value = (key: string): string => new RegExp(`^${key}="?([^"\n]*)`, 'm').exec(release)?.[1] ?? '';
	return `${value('ID')}:${value('VERSION_ID')}`;
}

function interpretersHere() {
	const version = execFileSync('python3', ['-c', 'import platform; print(platform.python_version())'], {
		encoding: 'utf8',
	});
	return {
		c: null,
		python: { name: 'python', version: version.trim() },
		node: { name: 'node', version: process.versions.node },
	};
}
