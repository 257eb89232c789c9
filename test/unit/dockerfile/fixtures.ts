import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../fixtures/dockerfiles');

/** A Dockerfile with what is expected of its stages, written at its end: `#> 0 build node:20`, `#> 1 - -> 0`. */
export interface DockerfileFixture {
	readonly name: string;
	readonly text: string;
	readonly expected: readonly string[];
}

export function dockerfileFixtures(): readonly DockerfileFixture[] {
	return readdirSync(folder).map((name) => {
		const text = readFileSync(path.join(folder, name), 'utf8');
		const expected = [...text.matchAll(/^#> (.*)$/gm)].map(([, line = '']) => line);
		return { name, text, expected };
	});
}
