/** `npm run package`: a production build, this machine's manual pages, the licences of all that, and the `.vsix` in `out/`. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

interface Manifest {
	readonly name: string;
	readonly version: string;
	readonly license?: string;
	readonly author?: string | { readonly name: string };
	readonly repository?: string | { readonly url: string };
	readonly dependencies?: Readonly<Record<string, string>>;
	readonly devDependencies?: Readonly<Record<string, string>>;
}

const root = path.resolve(import.meta.dirname, '../..');

function main(): void {
	run('tsx', 'server/scripts/build.ts', '--production');
	run('tsx', 'server/scripts/manuals.ts');
	const manifest = readManifest(root);
	writeFileSync(path.join(root, 'dist/ThirdPartyNotices.txt'), notices(manifest));
	const vsix = path.join(root, `out/${manifest.name}-${manifest.version}.vsix`);
	mkdirSync(path.dirname(vsix), { recursive: true });
	// What runs is bundled, so nothing of node_modules is packed; the readme's links stay as they are.
	run(
		'vsce',
		'package',
		'--no-dependencies',
		'--no-rewrite-relative-links',
		'--allow-missing-repository',
		'--out',
		vsix,
	);
	console.log(`${path.relative(root, vsix)}: ${(statSync(vsix).size / 1e6).toFixed(2)} MB`);
}

function run(tool: string, ...args: readonly string[]): void {
	execFileSync(path.join(root, 'node_modules/.bin', tool), args, {
		cwd: root,
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
}

/** The licence of each package that is bundled, and of each grammar whose wasm is shipped. */
function notices(manifest: Manifest): string {
	const grammars = Object.keys(manifest.devDependencies ?? {}).filter((name) => name.startsWith('tree-sitter-'));
	const folders = new Map<string, Manifest>();
	for (const name of [...Object.keys(manifest.dependencies ?? {}), ...grammars]) {
		collect(name, root, folders, !grammars.includes(name));
	}
	const texts = [...folders]
		.sort(([, a], [, b]) => a.name.localeCompare(b.name))
		.map(
			([folder, manifest]) =>
				`${manifest.name} ${manifest.version} (${manifest.license ?? 'see below'})\n\n${licenceText(folder, manifest)}`,
		);
	return ['Syscall Lens contains the following packages, each under its own licence.', ...texts].join(
		`\n\n${'-'.repeat(80)}\n\n`,
	);
}

/** Adds a package as Node would find it from `from`, and all that it depends on. */
function collect(name: string, from: string, folders: Map<string, Manifest>, deep: boolean): void {
	const folder = locate(name, from);
	if (folder === undefined || folders.has(folder)) {
		return;
	}
	const manifest = readManifest(folder);
	folders.set(folder, manifest);
	for (const dependency of deep ? Object.keys(manifest.dependencies ?? {}) : []) {
		collect(dependency, folder, folders, deep);
	}
}

function locate(name: string, from: string): string | undefined {
	for (let folder = from; folder.startsWith(root); folder = path.dirname(folder)) {
		const candidate = path.join(folder, 'node_modules', name);
		if (existsSync(path.join(candidate, 'package.json'))) {
			return candidate;
		}
	}
	return undefined;
}

/** Throws where a package has no licence text and none can be given: then someone must look before it is shipped. */
function licenceText(folder: string, { license, author, repository }: Manifest): string {
	const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
	if (file !== undefined) {
		return readFileSync(path.join(folder, file), 'utf8').trim();
	}
	if (license !== 'MIT' || author === undefined) {
		throw new Error(`${folder} has no licence file`);
	}
	// Only its manifest names the licence; the words of MIT are those of our own.
	const holder = `Copyright (c) ${typeof author === 'string' ? author : author.name}`;
	const source = typeof repository === 'string' ? repository : (repository?.url ?? 'unknown');
	const words = readFileSync(path.join(root, 'LICENSE'), 'utf8').replace(/^Copyright.*$/m, holder);
	return `The package brings no licence file; its manifest says MIT. Source: ${source}\n\n${words.trim()}`;
}

function readManifest(folder: string): Manifest {
	return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
}

main();
