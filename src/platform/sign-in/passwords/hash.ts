import { normalizePassword } from './rules.ts';

/** Argon2id, 19 MiB, two passes: the first choice of OWASP's cheat sheet. About 30 ms, off the main thread. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export async function hashPassword(password: string): Promise<string> {
  const { hash } = await import('@node-rs/argon2');
  return hash(normalizePassword(password), cost);
}

let nobodys: Promise<string> | undefined;

/** Compares in the same time whether there is a hash or not: who has no password is not told from who mistyped it. */
export async function isPassword(
  password: string,
  passwordHash: string | null | undefined,
): Promise<boolean> {
  const { verify } = await import('@node-rs/argon2');
  nobodys ??= hashPassword(crypto.randomUUID());
  const right = await verify(passwordHash ?? (await nobodys), normalizePassword(password));
  return right && Boolean(passwordHash);
}
