/** A build of an image as a file of the Docker library lists it. */
export interface LibraryBlock {
	readonly tags: readonly string[];
	/** Tags that stand for several blocks, one for each system. */
	readonly shared: readonly string[];
	/** Where its Dockerfile is: `https://github.com/docker-library/python.git`, a commit, a folder. */
	readonly repository: string;
	readonly commit: string;
	readonly directory: string;
	readonly file: string;
}

type Fields = Readonly<Record<string, string>>;

/** Reads a file of the folder `library`. What its head says counts for each block that says nothing else. */
export function parseLibrary(text: string): LibraryBlock[] {
	let head: Fields = {};
	const blocks: LibraryBlock[] = [];
	for (const paragraph of text.replaceAll(/^#.*\n?/gm, '').split(/\n\s*\n/)) {
		const own = fieldsOf(paragraph);
		if (own['Tags'] === undefined) {
			head = { ...head, ...own };
			continue;
		}
		// Where the architectures have Dockerfiles of their own, the usual one speaks for all.
		const field = (name: string): string | undefined =>
			own[`amd64-${name}`] ?? own[name] ?? head[`amd64-${name}`] ?? head[name];
		blocks.push({
			tags: words(own['Tags']),
			shared: words(own['SharedTags']),
			repository: field('GitRepo') ?? '',
			commit: field('GitCommit') ?? '',
			directory: field('Directory') ?? '.',
			file: field('File') ?? 'Dockerfile',
		});
	}
	return blocks;
}

function fieldsOf(paragraph: string): Fields {
	const lines = paragraph.replaceAll(/\n[ \t]+/g, ' ').matchAll(/^([\w-]+):[ \t]*(.*?)\s*$/gm);
	return Object.fromEntries([...lines].map(([, name = '', value = '']) => [name, value]));
}

function words(list = ''): string[] {
	return list.split(/[,\s]+/).filter((word) => word !== '');
}
