/**
 * Adds to package-lock.json the optional packages of other platforms that a registry mirror left out: `npm ci` refuses
 * a lock with gaps, even where those packages are never installed. Run after changing a dependency.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

interface LockedPackage {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}
export interface Lock {
  packages: Record<string, LockedPackage>;
}

/** The lock's optional dependencies that it has no entry for: name and exact version. */
export function gapsOf(lock: Lock): { name: string; version: string; dev: boolean }[] {
  const gaps = new Map<string, { name: string; version: string; dev: boolean }>();
  for (const [at, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!isLocked(lock, at, name))
        gaps.set(name, { name, version: version.replace(/^[\^~]/, ''), dev: Boolean(entry.dev) });
    }
  }
  return [...gaps.values()];
}

function isLocked(lock: Lock, from: string, name: string): boolean {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${at ? `${at}/` : ''}node_modules/${name}`]?.version) return true;
    if (!at) return false;
  }
}

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'windows'];
const processors = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64'];

/** `@x/binding-linux-x64-musl` → linux, x64, musl: what keeps npm from fetching it elsewhere. */
export function platformOf(name: string): { os: string[]; cpu: string[]; libc?: string[] } {
  const parts = name.split(/[-/]/);
  const os = systems.find((system) => parts.includes(system));
  const cpu = processors.find((processor) => parts.includes(processor));
  if (!os || !cpu)
    throw new Error(`The platform of ${name} cannot be read from its name: add it to the lock by hand.`);
  const libc = name.endsWith('-musl') ? ['musl'] : name.endsWith('-gnu') ? ['glibc'] : undefined;
  return { os: [os === 'windows' ? 'win32' : os], cpu: [cpu], ...(libc && { libc }) };
}

export function complete(lock: Lock): Lock {
  const packages = { ...lock.packages };
  for (const gap of gapsOf(lock)) {
    packages[`node_modules/${gap.name}`] = {
      version: gap.version,
      ...platformOf(gap.name),
      ...(gap.dev && { dev: true }),
      optional: true,
    };
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...lock, packages: Object.fromEntries(sorted) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const file = new URL('../package-lock.json', import.meta.url);
  const lock = JSON.parse(readFileSync(file, 'utf8')) as Lock;
  writeFileSync(file, `${JSON.stringify(complete(lock), null, 2)}\n`);
  console.log(`${gapsOf(lock).length} platform packages added to package-lock.json`);
}
