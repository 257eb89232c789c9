import type { Block, Item } from './blocks.ts';
import { changeFont, readText, regular } from './escapes.ts';
import type { Line } from './lines.ts';
import { merged, plain, type Font, type Span } from './spans.ts';
import { readTable } from './tables.ts';

const alternating: Readonly<Record<string, readonly [Font, Font]>> = {
	BR: ['B', 'R'],
	BI: ['B', 'I'],
	IB: ['I', 'B'],
	IR: ['I', 'R'],
	RB: ['R', 'B'],
	RI: ['R', 'I'],
};

/** Follows a page line by line, and gathers its blocks; what is open is closed by the request that begins the next thing. */
export class PageReader {
	readonly blocks: Block[] = [];
	readonly #strings: ReadonlyMap<string, string>;
	#fonts = regular();
	/** The lines of the open paragraph. */
	#open: Span[][] = [[]];
	#joined = false;
	/** Lines that are not filled, while there are such. */
	#code: Span[][] | undefined;
	#item: Item | undefined;
	/** Levels of the lists around; `#hanging`: the text belongs to the last item. */
	#levels: number[] = [];
	#base = 0;
	#hanging = false;
	#section = '';
	/** What the next line of text is to be: a tag, or in a font of its own. */
	#expected: 'tag' | 'another-tag' | 'heading' | 'subheading' | Font | undefined;
	#link: string | undefined;

	constructor(strings: ReadonlyMap<string, string>) {
		this.#strings = strings;
	}

	read(lines: readonly Line[]): void {
		for (let i = 0; i < lines.length; i++) {
			const line = lines[i];
			if (line?.kind === 'request' && line.name === 'TS') {
				const end = lines.findIndex((one, j) => j > i && one.kind === 'request' && one.name === 'TE');
				const stop = end < 0 ? lines.length : end;
				this.#table(lines.slice(i + 1, stop));
				i = stop;
			} else if (line?.kind === 'request') {
				this.#request(line.name, line.arguments);
			} else if (line !== undefined) {
				this.#text(line.text);
			}
		}
		this.#close();
	}

	#request(name: string, args: readonly string[]): void {
		const fonts = alternating[name];
		if (fonts !== undefined) {
			this.#spans(
				args.flatMap((argument, i) => this.#in(fonts[i % 2] ?? 'R', argument)),
				args.at(-1)?.endsWith('\\c') === true,
			);
			return;
		}
		switch (name) {
			case 'B':
			case 'I':
			case 'SB':
			case 'SM':
			case 'R': {
				const font = name === 'I' ? 'I' : name === 'B' || name === 'SB' ? 'B' : 'R';
				if (args.length > 0) {
					this.#spans(this.#in(font, args.join(' ')), args.at(-1)?.endsWith('\\c') === true);
				} else {
					this.#expected ??= font;
				}
				break;
			}
			case 'MR': {
				const [page = '', section = '', after = ''] = args;
				this.#spans([...this.#in('B', page), ...this.#in('R', `(${section})${after}`)]);
				break;
			}
			case 'SH':
			case 'SS':
				this.#close();
				this.#levels = [];
				this.#base = 0;
				this.#hanging = false;
				this.#code = undefined;
				this.#fonts = regular();
				this.#expected = name === 'SH' ? 'heading' : 'subheading';
				if (args.length > 0) {
					this.#spans(this.#in('R', args.join(' ')));
				}
				break;
			case 'PP':
			case 'P':
			case 'LP':
			case 'HP':
			case 'Pp':
				if (this.#code !== undefined) {
					this.#code.push([]);
				} else {
					this.#close();
					this.#hanging = false;
					this.#fonts = regular();
				}
				break;
			case 'TP':
				this.#closeAll();
				this.#expected = 'tag';
				break;
			case 'TQ':
				this.#expected = 'another-tag';
				break;
			case 'IP':
				this.#indented(args[0]);
				break;
			case 'RS':
				this.#close();
				this.#levels.push(this.#base);
				this.#base += this.#hanging ? 1 : 0;
				this.#hanging = false;
				break;
			case 'RE':
				this.#close();
				this.#hanging = this.#base > (this.#levels.at(-1) ?? 0);
				this.#base = this.#levels.pop() ?? 0;
				break;
			case 'nf':
			case 'EX':
			case 'Vb':
				this.#close();
				this.#code = [];
				break;
			case 'fi':
			case 'EE':
			case 'Ve':
				this.#close();
				this.#code = undefined;
				break;
			case 'br':
				this.#break();
				break;
			case 'sp':
			case 'Sp':
				if (this.#code === undefined) {
					this.#close();
				} else {
					this.#code.push([]);
				}
				break;
			case 'ft':
				changeFont(this.#fonts, args[0] ?? '');
				break;
			case 'UR':
			case 'MT':
				this.#link = args[0];
				break;
			case 'UE':
			case 'ME':
				this.#endLink(args[0] ?? '');
				break;
			case 'SY':
				this.#close();
				this.#spans(this.#in('B', args.join(' ')));
				break;
			case 'OP': {
				const [option = '', value] = args;
				const spans = [...this.#in('R', '['), ...this.#in('B', option)];
				this.#spans([...spans, ...(value === undefined ? [] : this.#in('I', ` ${value}`)), ...this.#in('R', ']')]);
				break;
			}
			case 'YS':
				this.#close();
				break;
			default: // how paper is filled, and macros that a page defined for itself
		}
	}

	#text(raw: string): void {
		if (raw.trim() === '') {
			if (this.#code === undefined) {
				this.#close();
			} else {
				this.#code.push([]);
			}
			return;
		}
		if (/^\s/.test(raw) && this.#code === undefined) {
			this.#break();
		}
		const font = this.#expected;
		if (font === 'B' || font === 'I' || font === 'R') {
			this.#expected = undefined;
			this.#spans(this.#in(font, raw), raw.endsWith('\\c'));
			return;
		}
		const { spans, joined } = readText(raw, this.#fonts, this.#strings);
		this.#spans(spans, joined);
	}

	/** Puts a line of input where it belongs. */
	#spans(spans: readonly Span[], joined = false): void {
		if (this.#takeExpected(spans)) {
			return;
		}
		const lines = this.#code ?? this.#open;
		const last = lines.at(-1);
		if (this.#joined && last !== undefined) {
			last.push(...spans);
		} else if (this.#code !== undefined) {
			this.#code.push([...spans]);
		} else if (last !== undefined) {
			last.push(...(last.length > 0 ? [{ text: ' ', font: 'R' as const }] : []), ...spans);
		}
		this.#joined = joined;
	}

	/** Whether the line was a heading or the words of an item, and not text. */
	#takeExpected(spans: readonly Span[]): boolean {
		const expected = this.#expected;
		if (expected === 'heading' || expected === 'subheading') {
			const depth = expected === 'heading' ? 2 : 3;
			this.#section = depth === 2 ? plain(spans) : this.#section;
			this.blocks.push({ kind: 'heading', depth, text: plain(spans).trim() });
		} else if (expected === 'tag' || expected === 'another-tag') {
			const before = expected === 'another-tag' && this.#item?.kind === 'term' ? this.#item.terms : [];
			this.#begin({ kind: 'term', terms: [...before, merged(spans)] });
		} else {
			return false;
		}
		this.#expected = undefined;
		return true;
	}

	/** Text in a font of its own; fonts inside of it end with it. */
	#in(font: Font, raw: string): readonly Span[] {
		return readText(raw, { current: font, previous: 'R' }, this.#strings).spans;
	}

	#begin(item: Item): void {
		this.#item = item;
		this.#hanging = true;
		this.#fonts = regular();
	}

	/** `.IP \(bu`, `.IP 1.`, `.IP word`; without a tag the text goes on in the item above. */
	#indented(tag: string | undefined): void {
		this.#closeAll();
		const spans = this.#in('R', tag ?? '');
		const words = plain(spans).trim();
		if (words === '') {
			this.#hanging = this.#hasItemAbove();
		} else if (/^[•○□*o\-–—+·]$/.test(words)) {
			this.#begin({ kind: 'bullet' });
		} else if (/^[([]?\d+[.)\]]*$/.test(words)) {
			this.#begin({ kind: 'number', label: words });
		} else {
			this.#begin({ kind: 'term', terms: [merged(spans)] });
		}
	}

	#hasItemAbove(): boolean {
		const last = this.blocks.findLast((block) => block.kind === 'heading' || block.level <= this.#base + 1);
		if (last === undefined || last.kind === 'heading') {
			return false;
		}
		return last.level > this.#base || (last.kind === 'paragraph' && last.item !== undefined);
	}

	#break(): void {
		if (this.#code === undefined && (this.#open.at(-1)?.length ?? 0) > 0) {
			this.#open.push([]);
		}
	}

	#endLink(after: string): void {
		const url = this.#link;
		this.#link = undefined;
		if (url === undefined) {
			return;
		}
		const written = plain(this.#in('R', url));
		const last = this.#open.at(-1) ?? [];
		const isNamed = plain(last).trim() !== '' && !plain(last).includes(written);
		this.#joined = false;
		this.#spans([{ text: isNamed ? `(${written})` : written, font: 'R' }, ...this.#in('R', after)]);
	}

	#table(lines: readonly Line[]): void {
		this.#close();
		const table = readTable(lines, (inner) => this.#cell(inner));
		this.blocks.push({ kind: 'table', level: this.#level(), table });
	}

	/** The lines of a cell are read as a small page of their own. */
	#cell(lines: readonly Line[]): readonly (readonly Span[])[] {
		const reader = new PageReader(this.#strings);
		reader.read(lines);
		return reader.blocks.flatMap((block) => {
			if (block.kind === 'code') {
				return block.lines.map((text) => [{ text, font: 'R' as const }]);
			}
			const terms = block.kind === 'paragraph' && block.item?.kind === 'term' ? block.item.terms : [];
			return block.kind === 'paragraph' ? [...terms, ...block.lines] : [];
		});
	}

	#level(): number {
		return this.#base + (this.#hanging ? 1 : 0);
	}

	/** Writes the open paragraph or code; code may go on below. */
	#close(): void {
		const level = this.#level();
		if (this.#code !== undefined) {
			this.#closeItem(level);
			const lines = this.#code.map(plain);
			if (lines.some((line) => line.trim() !== '')) {
				this.blocks.push({ kind: 'code', level, section: this.#section, lines });
			}
			this.#code = [];
		}
		const lines = this.#open.map(merged).filter((line) => plain(line).trim() !== '');
		this.#open = [[]];
		this.#joined = false;
		if (lines.length > 0 || this.#item !== undefined) {
			this.blocks.push({ kind: 'paragraph', level, item: this.#item, lines });
			this.#item = undefined;
		}
	}

	/** An item whose body begins with code has a paragraph without text. */
	#closeItem(level: number): void {
		if (this.#item !== undefined) {
			this.blocks.push({ kind: 'paragraph', level, item: this.#item, lines: [] });
			this.#item = undefined;
		}
	}

	/** An item ends what stands unfilled, too: pages that forget `.fi` are shown as their authors meant. */
	#closeAll(): void {
		this.#close();
		this.#fonts = regular();
	}
}
