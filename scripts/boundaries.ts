/** The import boundaries and the purity of rules: prints every breach, exits 1 if there is one. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findingsIn } from './lint/findings.ts';
import { readSources } from './lint/sources.ts';

const root = resolve(import.meta.dirname, '..');
const { imports: aliases } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  imports: Record<string, string>;
};
const sources = readSources(root);
const findings = findingsIn(sources, aliases, (path) => existsSync(join(root, path)));

for (const finding of findings) console.error(`${finding.rule}: ${finding.at}\n    ${finding.says}`);
console.log(`${sources.length} files read, ${findings.length} breaches`);
process.exitCode = findings.length > 0 ? 1 : 0;
