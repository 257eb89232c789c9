import type { Catalog } from '../catalog/catalog.ts';
import type { PageOf } from '../catalog/pages.ts';
import type { Scanner } from '../languages/scanner.ts';
import type { Manuals } from '../manual/manuals.ts';
import type { ConfigurationFacts } from '../project/checkSettings.ts';
import type { ImageReader } from '../project/declaredImages.ts';
import type { Projects } from '../project/project.ts';

/** What features work with; built once by the service. */
export interface World {
	readonly catalog: Catalog;
	readonly facts: ConfigurationFacts;
	readonly images: ImageReader;
	readonly manuals: Manuals;
	readonly pageOf: PageOf;
	readonly projects: Projects;
	readonly scanner: Scanner;
}
