import type { Catalog } from '../catalog/catalog.ts';
import { nearest } from '../domain/nearest.ts';
import { resolveKernel } from '../kernels/kernel.ts';
import type { ConfigurationFacts } from './checkSettings.ts';

const profiles = ['docker', 'podman', 'containerd', 'none'];
const profileForm = /^(?:none|(?:docker|podman|containerd)(?:@v?\d+(?:\.\d+)*)?|.*\.json)$/;

/** What the catalog says of the names in a configuration. */
export function configurationFacts(catalog: Catalog): ConfigurationFacts {
	return {
		hostProblem(id) {
			const kernel = resolveKernel(id, catalog);
			return 'suggestions' in kernel ? kernel.suggestions : undefined;
		},
		profileProblem: (id) => (profileForm.test(id) ? undefined : nearest(id, profiles)),
	};
}
