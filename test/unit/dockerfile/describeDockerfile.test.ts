import assert from 'node:assert/strict';
import { describeDockerfile } from '../../../server/src/core/dockerfile/describeDockerfile.ts';
import { inWords, realResolver, type Resolve } from '../images/realImages.ts';

suite('describing a Dockerfile', () => {
	let resolve: Resolve;
	const text = [
		'ARG TAG=3.9-slim-buster',
		'FROM node:20 AS build',
		'FROM build AS test',
		'FROM python:${TAG} AS run',
		'FROM ${BASE}',
	].join('\n');

	suiteSetup(async () => {
		resolve = await realResolver();
	});

	test('each stage has the image it stands on in the end', () => {
		const { version, stages, final } = describeDockerfile(text, { resolve: (reference) => resolve(reference) });
		assert.equal(version, 1);
		assert.equal(final, 3);
		assert.deepEqual(
			stages.map(({ image }) => inWords(image)),
			[
				'debian 12 bookworm, 6.1, glibc 2.36, node 20',
				'debian 12 bookworm, 6.1, glibc 2.36, node 20',
				'debian 10 buster, 4.19, glibc 2.28, python 3.9',
				'unknown: build-argument',
			],
		);
	});

	test('a stage has the form that the command line prints', () => {
		const { stages } = describeDockerfile(text, { resolve: (reference) => resolve(reference) });
		assert.deepEqual(Object.keys(stages[1] ?? {}), ['index', 'name', 'line', 'raw', 'reference', 'parent', 'image']);
		const { image, ...stage } = stages[1] ?? assert.fail();
		assert.deepEqual(stage, { index: 1, name: 'test', line: 2, raw: 'build AS test', reference: 'build', parent: 0 });
		assert.equal(image.reference?.repository, 'library/node');
	});

	for (const [target, final] of [
		['run', 2],
		['RUN', 2],
		['0', 0],
		['nosuch', null],
		['9', null],
		['', 3],
	] as const) {
		test(`the target '${target}' is stage ${String(final)}`, () => {
			assert.equal(describeDockerfile(text, { resolve: (reference) => resolve(reference), target }).final, final);
		});
	}

	test('a file without stages has no final one', () => {
		const described = describeDockerfile('', { resolve: (reference) => resolve(reference) });
		assert.deepEqual(described, { version: 1, stages: [], final: null });
	});
});
