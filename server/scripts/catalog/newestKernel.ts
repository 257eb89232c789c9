/** The newest mainline release that the facts cover. Raise it with the facts. */
export const newestKernel = '7.3';
