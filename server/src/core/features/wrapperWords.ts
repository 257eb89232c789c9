import type { Wrapper, Wrappers } from '../catalog/generated.ts';

/** `glibc since 2.25, musl since 1.1.20`, `none in glibc and musl: use \`syscall(2)\``. */
export function wrapperWords({ glibc, musl, library }: Wrappers): string {
	const other = library === undefined ? 'use `syscall(2)`' : `use ${library}, or \`syscall(2)\``;
	if (glibc === false && musl === false) {
		return `none in glibc and musl: ${other}`;
	}
	return [libraryWords('glibc', glibc), libraryWords('musl', musl)].join(', ');
}

function libraryWords(name: string, wrapper: Wrapper): string {
	if (wrapper === false) {
		return `none in ${name}: use \`syscall(2)\``;
	}
	const { since, until, declared, note } = wrapper;
	const called = wrapper.function === undefined ? '' : ` as \`${wrapper.function}()\``;
	const end = until === undefined ? '' : `, gone from ${until}`;
	const remarks = [declared === false ? 'no header declares it' : '', note ?? ''].filter(Boolean).join('; ');
	return `${name} since ${since}${called}${end}${remarks === '' ? '' : ` (${remarks})`}`;
}
