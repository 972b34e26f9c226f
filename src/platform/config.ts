import { z } from 'zod';
import { StartError } from './errors.ts';

const flag = z.enum(['0', '1']).transform((value) => value === '1');

const settings = z.object({
  /** Folder of the embedded database, stored files, keys and development mail. */
  DATA_DIR: z.string().min(1).default('.data'),
  /** A PostgreSQL server (15 or later) instead of the embedded one. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres://')
    .optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** How many processes of this machine answer; absent: as many as it has cores, up to four. */
  PROCESSES: z.coerce.number().int().min(1).max(64).optional(),
  /** The address people type, with https:// behind a proxy: decides cookies, links in mail and passkeys. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** 0 starts empty and prints a one-time link for the first administrator. */
  TSUNAGI_DEMO: flag.default(true),
  /** smtp:// or smtps:// with credentials; without it, mail is written to DATA_DIR/mail. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.string().min(3).default('tsunagi@localhost'),
  /** imaps:// or imap:// with credentials and folder: a mailbox whose new mail comes to the desks. */
  IMAP_URL: z
    .string()
    .regex(/^imaps?:\/\/[^@/]+:[^@/]+@[^@/]+/, 'must be imaps://name:password@host/folder')
    .optional(),
  /** Single sign-on: all three or none. */
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** Number of trusted proxies before the product; their X-Forwarded-For is read for rate limits. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** 32 bytes in base64, shared by processes on one database; without it a file in DATA_DIR. */
  SECRET_KEY: z.string().min(1).optional(),
  /** Requests that one client may make in a minute, kept pages not counted; a fifth of them may be posts. */
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(10).default(600),
  /** 0 asks no website outside whether the links in entries still work. */
  LINK_CHECK: flag.default(true),
  /** ClamAV's socket, a path or host:port: it sees every paper before anything of it is kept. */
  CLAMAV_SOCKET: z.string().min(1).optional(),
  /** Where LINE's Messaging API answers; another address only for tests. */
  LINE_API_URL: z.url({ protocol: /^https?$/ }).default('https://api.line.me'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** development shows the gallery. */
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
});

export type Config = Readonly<z.output<typeof settings>>;

/** Reads the environment once; a bad setting is one clear line. Empty values count as not set. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new StartError(`Bad setting: ${problems.join('; ')} (see docs/operations.md)`);
  }
  const oidc = [parsed.data.OIDC_ISSUER, parsed.data.OIDC_CLIENT_ID, parsed.data.OIDC_CLIENT_SECRET].filter(
    Boolean,
  ).length;
  if (oidc !== 0 && oidc !== 3)
    throw new StartError(
      'Bad setting: OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together (see docs/operations.md)',
    );
  return parsed.data;
}
