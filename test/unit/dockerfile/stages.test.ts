import assert from 'node:assert/strict';
import { DockerfileParser } from 'dockerfile-ast';
import type { Range } from '../../../server/src/core/domain/text.ts';
import { readStages, type Stage } from '../../../server/src/core/dockerfile/stages.ts';
import { dockerfileFixtures } from './fixtures.ts';

function inWords({ index, name, reference, parent }: Stage): string {
	return `${index} ${name ?? '-'} ${parent === null ? reference : `-> ${parent}`}`;
}

suite('stages', () => {
	for (const { name, text, expected } of dockerfileFixtures()) {
		test(name, () => {
			assert.deepEqual(readStages(text).map(inWords), expected);
		});

		test(`${name} with Windows line ends and a byte order mark`, () => {
			assert.deepEqual(readStages(`\uFEFF${text.replaceAll('\n', '\r\n')}`).map(inWords), expected);
		});

		test(`${name}, cut off anywhere, is read without a mistake`, () => {
			for (let end = 0; end < text.length; end++) {
				const stages = readStages(text.slice(0, end));
				stages.forEach((stage, i) => {
					assert.equal(stage.index, i);
					assert.ok(stage.parent === null || stage.parent < i);
				});
			}
		});
	}

	test('an image stands where its range says', () => {
		const text = 'ARG V=3\nFROM --platform=linux/arm64 "python:${V}" AS a\nFROM \\\n  alpine:3.18\n';
		const stages = readStages(text);
		assert.deepEqual(
			stages.map(({ line }) => line),
			[1, 2],
		);
		assert.deepEqual(
			stages.map(({ range }) => textAt(text, range)),
			['"python:${V}"', 'alpine:3.18'],
		);
	});

	test('the placeholder of a template stands where its range says', () => {
		const text = 'FROM  {{ image }}:1 AS a\n';
		assert.deepEqual(
			readStages(text).map(({ range }) => textAt(text, range)),
			['{{ image }}:1'],
		);
	});

	test('raw is what stands behind FROM and its flags', () => {
		const raw = readStages('FROM --platform=linux/arm64 node:20  AS build\nFROM \\\n  build \\\n  as b').map(
			(one) => one.raw,
		);
		assert.deepEqual(raw, ['node:20  AS build', 'build as b']);
	});

	test('says where the values of variables come from', () => {
		const [stage] = readStages('ARG A=3\nARG B\nFROM python:${A}${B}${C}-$TARGETARCH', { buildArguments: { B: '.9' } });
		assert.deepEqual(stage?.arguments, [
			{ name: 'A', value: '3', kind: 'default', line: 0 },
			{ name: 'B', value: '.9', kind: 'given', line: 1 },
			{ name: 'TARGETARCH', value: 'amd64', kind: 'platform' },
		]);
		assert.deepEqual(stage.missing, ['C']);
	});

	test('build arguments go before defaults, and count only where they are declared', () => {
		const buildArguments = { BASE: 'debian:12', OTHER: 'debian:11' };
		const stages = readStages('ARG BASE=debian:10\nFROM ${BASE}\nFROM ${OTHER:-debian:9}', { buildArguments });
		assert.deepEqual(
			stages.map(({ reference }) => reference),
			['debian:12', 'debian:9'],
		);
	});

	test('the platform decides what its variables say', () => {
		const text =
			'FROM a AS os-linux-arm64\nFROM --platform=$TARGETPLATFORM os-${TARGETOS}-${TARGETARCH}${TARGETVARIANT:+-v}';
		const [, stage] = readStages(text, { platform: 'linux/arm64' });
		assert.equal(stage?.parent, 0);
		assert.equal(stage.platform, 'linux/arm64');
	});

	for (const [name, text] of [
		['an empty file', ''],
		['a binary file', 'FROM debian:12\n\0\u0001'],
		['blanks', ' \n\t\n'],
		['a directive', '# escape=`'],
		['prose', 'From here on\nnothing is built.'],
	] as const) {
		test(`${name} has no stages`, () => {
			assert.deepEqual(readStages(text), []);
		});
	}

	test('reads a thousand lines in a few milliseconds', () => {
		const step = (i: number): string =>
			`RUN apt-get update && \\\n    apt-get install -y package${i} && \\\n    rm -rf /var/lib/apt\n`;
		const text = `FROM debian:12\n${Array.from({ length: 333 }, (_, i) => step(i)).join('')}FROM alpine:3.18\n`;
		const times = Array.from({ length: 40 }, () => {
			const start = performance.now();
			assert.equal(readStages(text).length, 2);
			return performance.now() - start;
		}).sort((a, b) => a - b);
		assert.ok((times[10] ?? 0) < 5, `took ${String(times[10])} ms`);
	});

	test('agrees with the parser library, but for what that reads otherwise than the builder', () => {
		for (const { name, text } of dockerfileFixtures()) {
			if (/heredocs|half-written|not-a-dockerfile|escape-too-late|continued|templates/.test(name)) {
				continue;
			}
			const lines = DockerfileParser.parse(text)
				.getFROMs()
				.map((from) => from.getRange().start.line);
			assert.deepEqual(
				readStages(text).map(({ line }) => line),
				lines,
				name,
			);
		}
	});
});

function textAt(text: string, { start, end }: Range): string {
	return text.split('\n')[start.line]?.slice(start.character, end.character) ?? '';
}
