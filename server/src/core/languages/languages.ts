import { c } from './c/c.ts';
import type { Language } from './language.ts';
import { node } from './node/node.ts';
import { python } from './python/python.ts';

/** Every language, in the order in which reports name them. */
export const languages: readonly Language[] = [c, python, node];
