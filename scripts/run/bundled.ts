import { resolve } from 'node:path';

const made = (name: string) => resolve(import.meta.dirname, '../../.cache', name);

/** The product's own sources as one file, as `bundle.ts` makes it. Packages stay outside, where they are installed. */
export const bundled = made('server.mjs');
/** The same of `supervise.ts`: told a file and a number, it runs the file in so many processes. */
export const supervisor = made('supervisor.mjs');
/** Where Node keeps what it made of both: with it, a process need not read eight megabytes of JavaScript, which takes 30 MB that it keeps. */
export const compiled = made('compiled');
