import manifest from '../../../package.json' with { type: 'json' };

/** The product's version, as its manifest says it. */
export const version: string = manifest.version;
