import { createCatalog, type Catalog, type CatalogData } from '../server/src/core/catalog/catalog.ts';
import { compileBundles } from '../server/scripts/compileCatalog.ts';

let bundles: ReturnType<typeof compileBundles> | undefined;

/** A bundle as the build would write it, compiled once for all tests of a process. */
export async function compiledAsset(name: string): Promise<Uint8Array> {
	bundles ??= compileBundles();
	const bundle = (await bundles)[name];
	if (bundle === undefined) {
		throw new Error(`no bundle ${name}`);
	}
	return new TextEncoder().encode(JSON.stringify(bundle));
}

let catalog: Promise<Catalog> | undefined;

/** The facts of the repository. */
export function realCatalog(): Promise<Catalog> {
	catalog ??= compiledAsset('catalog.json').then((bytes) =>
		createCatalog(JSON.parse(new TextDecoder().decode(bytes)) as CatalogData),
	);
	return catalog;
}
