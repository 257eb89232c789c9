import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { verdictCodes } from '../../../server/src/core/domain/finding.ts';
import { architectures } from '../../../server/src/core/domain/target.ts';
import { defaultConfiguration } from '../../../server/src/core/project/configuration.ts';

interface Property {
	readonly type: string;
	readonly default: unknown;
	readonly enum?: readonly string[];
	readonly properties?: Readonly<Record<string, Property>>;
	readonly description?: string;
	readonly markdownDescription?: string;
	readonly scope?: string;
}
interface Manifest {
	readonly contributes: {
		readonly configuration: { readonly properties: Readonly<Record<string, Property>> };
		readonly jsonValidation: readonly { readonly fileMatch: string; readonly url: string }[];
		readonly grammars: readonly { readonly path: string; readonly scopeName: string }[];
	};
}
interface Schema {
	readonly properties: Readonly<Record<string, Property>>;
}

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const manifest = read('package.json') as Manifest;
const schemaFile = manifest.contributes.jsonValidation[0]?.url ?? '';
const schema = read(schemaFile) as Schema;
const settings = manifest.contributes.configuration.properties;
const keys = Object.keys(defaultConfiguration);

suite('configuration', () => {
	test('the settings, the schema of .syscall-lens.json and the program know the same keys', () => {
		assert.deepEqual(
			Object.keys(settings),
			keys.map((key) => `syscallLens.${key}`),
		);
		assert.deepEqual(Object.keys(schema.properties).sort(), ['$schema', ...keys].sort());
	});

	for (const [key, value] of Object.entries(defaultConfiguration)) {
		test(`${key}: same type, values and default everywhere, and described in both places`, () => {
			const setting = settings[`syscallLens.${key}`];
			const property = schema.properties[key];
			assert.ok(setting && property);
			assert.equal(setting.type, property.type);
			assert.deepEqual(setting.enum, property.enum);
			assert.deepEqual([setting.default, property.default], [value, value]);
			assert.equal(setting.scope, 'resource');
			assert.ok(setting.markdownDescription && property.description);
		});
	}

	test('architectures and verdicts are those of the program', () => {
		assert.deepEqual(schema.properties['arch']?.enum, architectures);
		for (const severity of [schema.properties['severity'], settings['syscallLens.severity']]) {
			assert.deepEqual(Object.keys(severity?.properties ?? {}).sort(), [...verdictCodes].sort());
		}
	});

	const validate = new Ajv({ allErrors: true }).compile(schema);
	test('the schema takes a full configuration', () => {
		const full = {
			...defaultConfiguration,
			hosts: ['rhel8'],
			severity: { 'removed-syscall': 'off' },
			images: { 'corp/base': 'ubi8' },
		};
		assert.ok(validate(full), JSON.stringify(validate.errors));
	});
	for (const [what, wrong] of [
		['an unknown key', { host: ['rhel8'] }],
		['a host that is no text', { hosts: [8] }],
		['an unknown verdict', { severity: { 'no-such': 'off' } }],
		['an unknown level', { severity: { 'removed-syscall': 'loud' } }],
		['an unknown architecture', { arch: 'amd64' }],
	] as const) {
		test(`the schema refuses ${what}`, () => assert.equal(validate(wrong), false));
	}
});

suite('suppression grammar', () => {
	const grammar = read(manifest.contributes.grammars[0]?.path ?? '') as {
		scopeName: string;
		patterns: readonly { match: string }[];
	};
	const pattern = new RegExp(grammar.patterns[0]?.match ?? '');

	test('is registered under its own name', () =>
		assert.equal(grammar.scopeName, manifest.contributes.grammars[0]?.scopeName));
	for (const [comment, marker, subjects] of [
		['// syscall-lens-ignore-line', 'syscall-lens-ignore-line', undefined],
		['# syscall-lens-ignore-file openat2', 'syscall-lens-ignore-file', 'openat2'],
		[
			'// syscall-lens-ignore-next-line absent-syscall, openat2: newer hosts',
			'syscall-lens-ignore-next-line',
			'absent-syscall, openat2',
		],
		['/* syscall-lens-ignore-line clone3 */', 'syscall-lens-ignore-line', 'clone3'],
		['# syscall-lens-ignore-line os.pidfd_open -- probed at start', 'syscall-lens-ignore-line', 'os.pidfd_open'],
	] as const) {
		test(comment, () => assert.deepEqual(pattern.exec(comment)?.slice(1, 3), [marker, subjects]));
	}
	test('leaves other comments alone', () => assert.equal(pattern.exec('// syscall-lens is fine'), null));
});
