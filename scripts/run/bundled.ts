import { resolve } from 'node:path';

/** The product's own sources as one file, as `bundle.ts` makes it. Packages stay outside, where they are installed. */
export const bundled = resolve(import.meta.dirname, '../../.cache/server.mjs');
