/** Starts the product. */
import { pathToFileURL } from 'node:url';
import { bundle, bundled } from './run/bundle.ts';

await bundle();
await import(pathToFileURL(bundled).href);
