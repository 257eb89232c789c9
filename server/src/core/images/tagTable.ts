import { expandBraces } from './bracePattern.ts';

interface NumberRange<T> {
	readonly low: number;
	readonly high: number;
	readonly value: T;
}

/** Values of tags, filled with brace patterns. */
export class TagTable<T> {
	readonly #tags = new Map<string, T>();
	/** By the tag with its number cut out: `3.7.#-slim`. */
	readonly #ranges = new Map<string, NumberRange<T>[]>();

	/** Adds each tag of `patterns`, which are parted by spaces. */
	add(patterns: string, value: T): void {
		for (const pattern of patterns.split(' ')) {
			this.#addPattern(pattern, value);
		}
	}

	/** The value of a tag, or undefined. A tag said by itself goes before a range. */
	get(tag: string): T | undefined {
		return this.#tags.get(tag) ?? this.#inRange(tag);
	}

	#addPattern(pattern: string, value: T): void {
		for (const part of expandBraces(pattern)) {
			if (part.kind === 'tag') {
				this.#tags.set(part.tag, value);
				continue;
			}
			const template = `${part.before}#${part.after}`;
			const ranges = this.#ranges.get(template) ?? [];
			ranges.push({ low: part.low, high: part.high, value });
			this.#ranges.set(template, ranges);
		}
	}

	#inRange(tag: string): T | undefined {
		for (const digits of tag.matchAll(/\d+/g)) {
			if (digits[0].length > 1 && digits[0].startsWith('0')) {
				continue;
			}
			const template = `${tag.slice(0, digits.index)}#${tag.slice(digits.index + digits[0].length)}`;
			const number = Number(digits[0]);
			const found = this.#ranges.get(template)?.find(({ low, high }) => low <= number && number <= high);
			if (found) {
				return found.value;
			}
		}
		return undefined;
	}
}
