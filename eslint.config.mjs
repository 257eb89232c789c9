import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Refuses imports across a wall; ARCHITECTURE.md tells why each stands. */
const wall = (files, patterns, message) => ({
	files,
	rules: { 'no-restricted-imports': ['error', { patterns: patterns.map((group) => ({ group: [group], message })) }] },
});

export default tseslint.config(
	{
		ignores: [
			'dist/',
			'out/',
			'.cache/',
			'.vscode-test/',
			'test/fixtures/',
			'test/proof/programs/',
			'test/example/',
			'test/workspace/',
			'server/scripts/measure/cases/',
			'server/scripts/measure/harness/',
			'server/src/core/catalog/generated.ts',
			'eslint.config.mjs',
		],
	},
	js.configs.recommended,
	...tseslint.configs.strictTypeChecked,
	{
		languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
		rules: {
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			eqeqeq: 'error',
		},
	},
	wall(
		['server/src/core/**'],
		[
			'node:*',
			'fs',
			'path',
			'vscode',
			'vscode-languageserver*',
			'vscode-languageserver/**',
			'**/lsp/**',
			'../node/**',
			'../../node/**',
			'../../../node/**',
			'**/client/**',
		],
		'The core knows text, trees, syscalls and kernels; it asks the world through Host.',
	),
	wall(
		['server/src/lsp/**'],
		[
			'node:*',
			'vscode',
			'**/node/**',
			'**/core/languages/**',
			'**/core/catalog/**',
			'**/core/syntax/**',
			'**/core/judgement/**',
		],
		'The lsp room knows the connection and the service, not how anything is judged.',
	),
	wall(
		['server/src/node/**'],
		['vscode', '**/core/languages/**', '**/core/judgement/**', '**/core/syntax/**'],
		'The node room knows processes, files and arguments, not how anything is judged.',
	),
	wall(
		['client/**'],
		['**/server/src/core/**', '**/server/src/node/**', '**/server/scripts/**'],
		'The client knows vscode and lsp/protocol.ts only.',
	),
	{
		files: ['test/**', 'server/scripts/**'],
		rules: { '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: ['test', 'suite'] }] },
	},
);
