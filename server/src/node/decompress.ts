import { gunzipSync } from 'node:zlib';
import { Decompress } from 'fzstd';
import type * as Xz from 'xz-decompress';

/** Pages above this many bytes are no manual pages: what is packed may be made to fill the memory. */
export const largestPage = 4 * 1024 * 1024;

/** The endings under which a page may lie, each with what unpacks it in this process. */
export const packings: Readonly<Record<string, (bytes: Uint8Array) => Promise<Uint8Array> | Uint8Array>> = {
	'': (bytes) => bytes,
	'.gz': (bytes) => gunzipSync(bytes, { maxOutputLength: largestPage }),
	'.xz': unpackXz,
	'.zst': unpackZstd,
};

async function unpackXz(bytes: Uint8Array): Promise<Uint8Array> {
	const packed = new ReadableStream<Uint8Array>({
		start(controller) {
			controller.enqueue(bytes);
			controller.close();
		},
	});
	// Its wasm is compiled when first needed. The module is CommonJS, which a bundle unwraps and Node does not.
	const loaded: typeof Xz & { readonly default?: typeof Xz } = await import('xz-decompress');
	const { XzReadableStream } = loaded.default ?? loaded;
	const gathered = new Chunks();
	const reader = new XzReadableStream(packed).getReader();
	for (;;) {
		const { done, value } = await reader.read();
		if (done) {
			return gathered.all();
		}
		gathered.add(value.slice()); // the stream uses its memory again
	}
}

function unpackZstd(bytes: Uint8Array): Uint8Array {
	const gathered = new Chunks();
	const stream = new Decompress((chunk) => gathered.add(chunk));
	stream.push(bytes, true);
	return gathered.all();
}

/** Pieces of a file as they come; throws when they grow too large. */
class Chunks {
	readonly #chunks: Uint8Array[] = [];
	#size = 0;

	add(chunk: Uint8Array): void {
		this.#size += chunk.length;
		if (this.#size > largestPage) {
			throw new RangeError('larger than any manual page');
		}
		this.#chunks.push(chunk);
	}

	all(): Uint8Array {
		return Buffer.concat(this.#chunks, this.#size);
	}
}
