import assert from 'node:assert/strict';
import { formatReference, readReference } from '../../../server/src/core/images/reference.ts';

const sha = `sha256:${'0123456789abcdef'.repeat(4)}`;

suite('image references', () => {
	for (const [written, full] of [
		['python', 'docker.io/library/python:latest'],
		['python:3.9-slim-buster', 'docker.io/library/python:3.9-slim-buster'],
		['library/python', 'docker.io/library/python:latest'],
		['docker.io/python', 'docker.io/library/python:latest'],
		['docker.io/library/python:3', 'docker.io/library/python:3'],
		['index.docker.io/library/python:3', 'docker.io/library/python:3'],
		['index.docker.io/python:3', 'docker.io/library/python:3'],
		['registry-1.docker.io/library/python:3', 'docker.io/library/python:3'],
		['registry.hub.docker.com/library/python:3', 'docker.io/library/python:3'],
		['bitnami/node:18', 'docker.io/bitnami/node:18'],
		['localhost/app', 'localhost/app:latest'],
		['localhost:5000/app:1', 'localhost:5000/app:1'],
		['registry:5000/library/python', 'registry:5000/library/python:latest'],
		['registry.corp/team/app/base:1.0', 'registry.corp/team/app/base:1.0'],
		['REGISTRY.Corp/team/app', 'registry.corp/team/app:latest'],
		['Registry/app:1', 'registry/app:1'],
		['Ubuntu:18.04', 'docker.io/library/ubuntu:18.04'],
		['app:1.0-RC1', 'docker.io/library/app:1.0-RC1'],
		['"python:3"', 'docker.io/library/python:3'],
		["'python:3'", 'docker.io/library/python:3'],
		[' python:3 ', 'docker.io/library/python:3'],
		[`python@${sha}`, `docker.io/library/python@${sha}`],
		[`python:3.9@${sha}`, `docker.io/library/python:3.9@${sha}`],
		[`localhost:5000/a@${sha}`, `localhost:5000/a@${sha}`],
		['ghcr.io/a/b-c__d.e:1_2-3', 'ghcr.io/a/b-c__d.e:1_2-3'],
		['127.0.0.1:5000/a', '127.0.0.1:5000/a:latest'],
	] as const) {
		test(`${written} is ${full}`, () => {
			const read = readReference(written);
			assert.equal(read.kind === 'reference' && formatReference(read.reference), full);
		});
	}

	for (const [written, kind] of [
		['', 'invalid'],
		['  ', 'invalid'],
		['python:', 'invalid'],
		['python:3:4', 'invalid'],
		['a//b', 'invalid'],
		['/a', 'invalid'],
		['a/', 'invalid'],
		['-a', 'invalid'],
		['http://x/y', 'invalid'],
		['python@sha256:abc', 'invalid'],
		[`a:${'t'.repeat(129)}`, 'invalid'],
		['a'.repeat(300), 'invalid'],
		['é', 'invalid'],
		['a b', 'invalid'],
		['${BASE}', 'template'],
		['python:$VERSION', 'template'],
		['{{ .Image }}', 'template'],
		['%%BASE%%', 'template'],
		['<%= image %>', 'template'],
		['@BASE@', 'template'],
		[sha, 'image-id'],
		[sha.slice('sha256:'.length), 'image-id'],
	] as const) {
		test(`${JSON.stringify(written.slice(0, 30))} is ${kind}`, () => {
			assert.equal(readReference(written).kind, kind);
		});
	}
});
