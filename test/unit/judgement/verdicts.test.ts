/**
 * Sources with remarks on what must be said of them. The head names what they are held against:
 *
 *     // image: debian:11      (a FROM line; several: several Dockerfiles)
 *     // host: rhel7           (a declared host)
 *     // severity: removed-syscall=off
 *     // guards: have_openat2  (an own function that probes)
 *
 * and below a line stands what must be said there, exactly: `//  ^^^^ message`. Every finding must be annotated.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createLanguageService } from '../../../server/src/core/languageService.ts';
import { MemoryHost } from '../../memoryHost.ts';

const folder = path.resolve(import.meta.dirname, '../../fixtures/verdicts');

suite('verdicts', () => {
	for (const name of readdirSync(folder).sort()) {
		test(name, async () => {
			const text = readFileSync(path.join(folder, name), 'utf8');
			assert.deepEqual(await said(name, text), expected(text));
		});
	}
});

/** `line:start-end message` of each finding. */
async function said(name: string, text: string): Promise<readonly string[]> {
	const files: Record<string, string> = { [name]: text };
	for (const [i, image] of heads(text, 'image').entries()) {
		files[`Dockerfile.${i}`] = `FROM ${image}\n`;
	}
	files['.syscall-lens.json'] = JSON.stringify({
		hosts: heads(text, 'host'),
		guards: heads(text, 'guards'),
		profile: heads(text, 'profile')[0] ?? '',
		severity: Object.fromEntries(heads(text, 'severity').map((pair) => pair.split('='))) as Record<string, string>,
	});
	const host = new MemoryHost(files);
	const service = await createLanguageService(host, () => ({
		roots: [host.root],
		settings: () => Promise.resolve({}),
	}));
	const { findings } = await service.check({ path: host.path(name), text });
	return findings
		.map(({ range, message }) => `${range.start.line + 1}:${range.start.character}-${range.end.character} ${message}`)
		.sort(byLine);
}

function heads(text: string, key: string): readonly string[] {
	return [...text.matchAll(new RegExp(`^(?://|#) ${key}: (\\S+)`, 'gm'))].map(([, value]) => value ?? '');
}

function expected(text: string): readonly string[] {
	const remarks: string[] = [];
	let line = 0;
	for (const [row, content] of text.split('\n').entries()) {
		const [, before, markers, message] = /^(\s*(?:\/\/|#)\s*)(\^+) (.+)$/.exec(content) ?? [];
		if (before === undefined || markers === undefined || message === undefined) {
			line = row + 1;
		} else {
			remarks.push(`${line}:${before.length}-${before.length + markers.length} ${message}`);
		}
	}
	return remarks.sort(byLine);
}

function byLine(a: string, b: string): number {
	return Number.parseInt(a, 10) - Number.parseInt(b, 10) || a.localeCompare(b);
}
