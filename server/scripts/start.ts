/** `npm start`: builds, checks the example, and tells how to see the same in an editor. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const example = 'test/example';

function main(): void {
	run(path.join(root, 'node_modules/.bin/tsx'), ['server/scripts/build.ts']);
	console.log(`\n$ npx syscall-lens check ${example}\n`);
	// The example has findings on purpose: they are what is to be seen, and no failure.
	run(process.execPath, ['dist/cli.cjs', 'check', example, '--fail-on', 'never']);
	console.log(
		[
			'',
			'The same in the editor:',
			'  - open this folder in VS Code and press F5: a second window opens on the example, or',
			`  - npm run package && code --install-extension out/*.vsix && code ${example}`,
			"Open runner/src/job.c, point at an underlined call, and run 'Syscall Lens: Check Workspace Compatibility'.",
		].join('\n'),
	);
}

function run(command: string, args: readonly string[]): void {
	const { status, error } = spawnSync(command, args, {
		cwd: root,
		stdio: 'inherit',
		shell: command.endsWith('tsx') && process.platform === 'win32',
	});
	if (status !== 0) {
		throw error ?? new Error(`${path.basename(command)} ${args.join(' ')} ended with ${status ?? 'a signal'}`);
	}
}

main();
