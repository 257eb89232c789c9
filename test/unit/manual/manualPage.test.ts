import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { convertPage } from '../../../server/src/core/manual/manualPage.ts';
import { pageLink } from '../../../server/src/core/manual/manuals.ts';
import { manualFolders } from '../../../server/src/node/manualPages.ts';

/** The Markdown of a page's body, without the line of its title. */
function body(...lines: readonly string[]): string {
	const page = convertPage(['.TH lens 2 2026 "Own 1"', ...lines].join('\n'), pageLink);
	assert.equal(page.kind, 'page');
	return page.markdown.replace(/^# lens\(2\)\n+/, '').trimEnd();
}

suite('manual page', () => {
	for (const [what, source, expected] of [
		['fills paragraphs', ['one', 'two', '.PP', 'three'], 'one two\n\nthree'],
		[
			'has fonts by request and by escape',
			['.B bold', '.I slanted', 'and \\fBmore\\fP.'],
			'**bold** *slanted* and **more**.',
		],
		['has fonts by turns', ['.BR lens (),', '.RI ( fd )', '.BI len s'], '**lens**(), (*fd*) **len***s*'],
		['takes the next line for the font', ['.B', 'bold words', 'others'], '**bold words** others'],
		['drops marks that Markdown would not see', ['a\\fB(\\fPb'], 'a(b'],
		[
			'knows characters',
			['\\(aqx\\(aq \\[lq]y\\[rq] 1\\-2 a\\(emb \\e0 \\[u00e9]\\[:a]\\&.'],
			"'x' “y” 1-2 a—b \\\\0 éä.",
		],
		['knows defined strings', ['.ds who lens', 'a \\*[who] \\*(lqb\\*(rq'], 'a lens “b”'],
		[
			'keeps what looks like Markdown',
			['*a* _b_ [c] <d> `e` snake_case $f$'],
			'\\*a\\* \\_b\\_ \\[c\\] \\<d\\> \\`e\\` snake_case \\$f\\$',
		],
		['begins no list by accident', ['\\- not a list', '.PP', '1. neither'], '\\- not a list\n\n1\\. neither'],
		['leaves comments out', ['.\\" hidden', 'seen \\" hidden', '\'\\" hidden'], 'seen'],
		['joins lines at a backslash', ['one \\', 'line'], 'one line'],
		['writes on after \\c', ['un\\c', '.B broken'], 'un**broken**'],
		['breaks lines', ['one', '.br', 'two'], 'one\\\ntwo'],
		['has headings', ['.SH ONE', 'a', '.SS Two words', 'b'], '## ONE\n\na\n\n### Two words\n\nb'],
		[
			'lists terms',
			['.TP', '.B O_LENS', 'looks', '.TP', '.I other', 'looks away'],
			'- **O_LENS**\\\n  looks\n\n- *other*\\\n  looks away',
		],
		['gives terms the same words', ['.TP', '.B A', '.TQ', '.B B', 'both'], '- **A**\\\n  **B**\\\n  both'],
		['lists bullets', ['.IP \\(bu 3', 'one', '.IP \\[bu]', 'two'], '- one\n\n- two'],
		['lists numbers', ['.IP 1. 4', 'one', '.IP (2)', 'two'], '1. one\n\n2. two'],
		['goes on in an item', ['.TP', 'a', 'b', '.IP', 'c', '.PP', 'd'], '- a\\\n  b\n\n  c\n\nd'],
		[
			'nests lists',
			['.TP', 'a', 'b', '.RS', '.TP', 'c', 'd', '.RE', '.IP', 'e'],
			'- a\\\n  b\n\n  - c\\\n    d\n\n  e',
		],
		[
			'keeps code',
			['.EX', 'if (a*b)', '    x = *p;', '', 'y();', '.EE', 'after'],
			'```c\nif (a*b)\n    x = *p;\n\ny();\n```\n\nafter',
		],
		['keeps code in an item', ['.TP', 'a', '.nf', '$ lens', '.fi'], '- a\n\n  ```text\n  $ lens\n  ```'],
		[
			'writes a synopsis as C',
			['.SH SYNOPSIS', '.nf', '.B #include <lens.h>', '.PP', '.BI "int lens(int " fd );', '.fi'],
			'## SYNOPSIS\n\n```c\n#include <lens.h>\n\nint lens(int fd);\n```',
		],
		[
			'links pages in any font',
			['.BR open (2),', 'ioctl(2), \\fBproc\\fP(5)'],
			'[**open**(2)](./open.2.md), [ioctl(2)](./ioctl.2.md), [**proc**(5)](./proc.5.md)',
		],
		['links no programs', ['.BR stat (1)'], '**stat**(1)'],
		['takes the newer request for a page', ['.MR lens 7 ,'], '[**lens**(7)](./lens.7.md),'],
		[
			'writes addresses',
			['see', '.UR https://example.org/', 'the site', '.UE .'],
			'see the site (https://example.org/).',
		],
		[
			'answers conditions as for a terminal',
			['.ie t paper', '.el screen', '.if n \\{\\', 'yes', '.\\}', '.if t \\{\\', 'no', '.\\}'],
			'screen yes',
		],
		['skips macro definitions', ['.de XX', 'hidden', '..', 'seen'], 'seen'],
		[
			'has tables',
			[
				'.TS',
				'lb lb',
				'l l.',
				'Name\tMeaning',
				'_',
				'\\fBa\\fP\tone|two',
				'b\tT{',
				'three',
				'.BR lens (2)',
				'T}',
				'.TE',
			],
			'| Name | Meaning |\n| --- | --- |\n| **a** | one\\|two |\n| b | three [**lens**(2)](./lens.2.md) |',
		],
		[
			'has tables with a separator of their own',
			['.TS', 'tab(:);', 'l l.', 'a:b', '.TE'],
			'|  |  |\n| --- | --- |\n| a | b |',
		],
	] as const) {
		test(what, () => assert.equal(body(...source), expected));
	}

	test('keeps the notice of copyright and licence, and the release', () => {
		const text =
			'\'\\" t\n.\\" Copyright (c) 2026 Somebody\n.\\"\n.\\" Licence: X\n.TH lens 2 2026-11-24 "Own pages 1"\n';
		const page = convertPage(text, pageLink);
		assert.deepEqual(page, {
			kind: 'page',
			markdown: '# lens(2)\n',
			section: '2',
			source: 'Own pages 1',
			notice: ['Copyright (c) 2026 Somebody', '', 'Licence: X'],
		});
	});

	for (const [text, reason] of [
		['.Dd November 24, 2026\n.Dt LENS 2\n.Os\n', 'mdoc'],
		['no page at all', 'no-page'],
		['', 'no-page'],
	] as const) {
		test(`can't show ${JSON.stringify(text)}`, () => {
			assert.deepEqual(convertPage(text, pageLink), { kind: 'unreadable', reason });
		});
	}

	test('ends, whatever is open or names itself', () => {
		assert.equal(body('.ds x \\*x', 'a \\*x', '.if t \\{\\', 'never closed'), 'a');
		assert.equal(body('.TP', '.B cut off'), '- **cut off**');
		assert.equal(body('.TS', 'l l.', 'a\tT{', 'open'), '|  |  |\n| --- | --- |\n| a | open |');
	});

	test("leaves no macro and no escape in this machine's pages of section 2", async function () {
		const names = new Set(systemNames());
		if (names.size === 0) {
			this.skip();
		}
		const folders = manualFolders(['/usr/share/man']);
		const left: string[] = [];
		for (const name of names) {
			const file = await folders.read('2', name);
			const page = convertPage(file?.text ?? '', pageLink);
			const markdown = page.kind === 'page' ? page.markdown : 'unreadable';
			const found = /^\s*[.'](?:[A-Z]{1,2}|nf|fi|sp|br|in|ft|\\")(?:\s|$).*|^unreadable$|\\+f[BIRP]\S*/m.exec(markdown);
			if (found !== null) {
				left.push(`${name}: ${found[0]}`);
			}
		}
		assert.deepEqual(left, []);
	});
});

function systemNames(): readonly string[] {
	try {
		return readdirSync('/usr/share/man/man2').map((file) => file.replace(/\.2(?:type)?(?:\.\w+)?$/, ''));
	} catch {
		return [];
	}
}
