import assert from 'node:assert/strict';
import { firstSentences } from '../../../server/src/core/manual/firstSentences.ts';

const page = (description: string): string =>
	`# lens(2)\n\n## NAME\n\nlens\n\n## DESCRIPTION\n\n${description}\n\n## ERRORS\n\nNone.\n`;

suite('first sentences', () => {
	for (const [what, description, name, expected] of [
		['are two', '**lens**() looks. It is quick. It ends.', 'lens', '**lens**() looks. It is quick.'],
		['are one where two would be long', `**lens**() looks. ${'It goes on '.repeat(30)}.`, 'lens', '**lens**() looks.'],
		[
			'do not end in the midst',
			'**lens**() looks, e.g. at Linux (i.e. here). Then it ends. So.',
			'lens',
			'**lens**() looks, e.g. at Linux (i.e. here). Then it ends.',
		],
		['lose their links', 'See [**open**(2)](./open.2.md) \\[here\\].', 'lens', 'See **open**(2) \\[here\\].'],
		['come from the paragraph that names the call', '**a**() looks.\n\n**b**() waits.', 'b', '**b**() waits.'],
		[
			'come from the part of the call',
			'**a**() looks.\n\n### b()\n\nIt waits.\n\n### c()\n\nIt ends.',
			'b',
			'It waits.',
		],
		['show that they go on', 'The **lens**() call takes:\n\n- one', 'lens', 'The **lens**() call takes …'],
		['pass by what leads to a list', '**lens**() looks. It takes:\n\n- one', 'lens', '**lens**() looks.'],
		['are not code', '```c\nint x;\n```\n\nIt looks.', 'lens', 'It looks.'],
	] as const) {
		test(what, () => assert.equal(firstSentences(page(description), name), expected));
	}

	test('are none without a description', () => assert.equal(firstSentences('# lens(2)\n', 'lens'), undefined));
});
