import type { DocumentSelector } from 'vscode';

const dockerfilePatterns = '{Dockerfile,*.Dockerfile,*.dockerfile,Dockerfile.*,Containerfile,Containerfile.*}';
const languages = ['c', 'python', 'javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'dockerfile'];

/** The documents that the server looks at. Headers are named by their ending, since VS Code takes `.h` for C++. */
export const documentSelector = [
	...languages.map((language) => ({ scheme: 'file', language })),
	{ scheme: 'file', pattern: `**/${dockerfilePatterns}` },
	{ scheme: 'file', pattern: '**/*.h' },
	{ scheme: 'file', pattern: '**/.syscall-lens.json' },
] satisfies DocumentSelector;
