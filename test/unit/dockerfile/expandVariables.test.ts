import assert from 'node:assert/strict';
import { expandVariables } from '../../../server/src/core/dockerfile/expandVariables.ts';

const variables: Readonly<Record<string, string>> = { V: '1.22.3-slim', EMPTY: '', P: 'a/b/c', LONG: 'a'.repeat(5000) };

/** Expected values are those of a shell. */
suite('variables in words', () => {
	for (const [word, value, missing] of [
		['$V', '1.22.3-slim'],
		['${V}x', '1.22.3-slimx'],
		['$Vx', '${Vx}', 'Vx'],
		['${EMPTY}', ''],
		['${NO}', '${NO}', 'NO'],
		['${NO:-a}', 'a'],
		['${NO-a}', 'a'],
		['${EMPTY:-a}', 'a'],
		['${EMPTY-a}', ''],
		['${V:-${NO}}', '1.22.3-slim'],
		['${NO:-${V}}', '1.22.3-slim'],
		['${NO:-${NONE:-deep}}', 'deep'],
		['${NO:-${NONE}}', '${NONE}', 'NONE'],
		['${V:+a}', 'a'],
		['${EMPTY:+a}', ''],
		['${EMPTY+a}', 'a'],
		['${NO:+a}', ''],
		['${NO+a}', ''],
		['${V:?must}', '1.22.3-slim'],
		['${NO:?must}', '${NO}', 'NO'],
		['${V#*.}', '22.3-slim'],
		['${V##*.}', '3-slim'],
		['${V%.*}', '1.22'],
		['${V%%.*}', '1'],
		['${V%-*}', '1.22.3'],
		['${V#?}', '.22.3-slim'],
		['${V%x}', '1.22.3-slim'],
		['${V#}', '1.22.3-slim'],
		['${V/2/0}', '1.02.3-slim'],
		['${V//2/0}', '1.00.3-slim'],
		['${V//2}', '1..3-slim'],
		['${V/.*-/_}', '1_slim'],
		['${P//\\//-}', 'a-b-c'],
		['"$V"', '1.22.3-slim'],
		["'$V'", '$V'],
		['\\$V', '$V'],
		['"a\\"b"', 'a"b'],
		['"it\'s"', "it's"],
		['a"b"\'c\'d', 'abcd'],
		['$', '$'],
		['$1', '$1'],
		['${', '${'],
		['a\\', 'a'],
	] as const) {
		test(`${word} → ${value}`, () => {
			const expanded = expandVariables(word, (name) => variables[name]);
			assert.deepEqual(expanded, { value, missing: missing === undefined ? [] : [missing] });
		});
	}

	test('a pattern on a very long value is left alone, at once', () => {
		const start = performance.now();
		const { value } = expandVariables('${LONG%%*a*a*a*a*a*a*a*b}', (name) => variables[name]);
		assert.equal(value, variables['LONG']);
		assert.ok(performance.now() - start < 200);
	});
});
