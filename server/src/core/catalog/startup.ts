import type { StartupNeed } from './generated.ts';

/** What some versions of a library or interpreter need to start, without its sources and words. */
export type StartupRow = Omit<StartupNeed, 'sources' | 'note' | 'whenMissing'>;

/** The needs of each library and interpreter by its name, as `catalog.json` holds them. */
export type StartupRows = Readonly<Record<string, readonly StartupRow[]>>;
