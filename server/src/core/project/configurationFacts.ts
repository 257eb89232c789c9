import type { Catalog } from '../catalog/catalog.ts';
import { resolveKernel } from '../kernels/kernel.ts';
import { resolveProfile } from '../profiles/profile.ts';
import type { ConfigurationFacts } from './checkSettings.ts';

/** What the catalog says of the names in a configuration. */
export function configurationFacts(catalog: Catalog): ConfigurationFacts {
	return {
		hostProblem(id) {
			const kernel = resolveKernel(id, catalog);
			return 'suggestions' in kernel ? kernel.suggestions : undefined;
		},
		profileProblem(id) {
			const profile = resolveProfile(id, catalog);
			return profile.kind === 'unknown' ? profile.suggestions : undefined;
		},
	};
}
