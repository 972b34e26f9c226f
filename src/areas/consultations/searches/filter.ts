import { z } from 'zod';
import { worryTerms } from '#areas/directory/index.ts';
import { codes } from '../contacts/codes.ts';
import { states } from '../contacts/rules.ts';
import { ways } from '../desks/settings.ts';

/** What is asked of the records of a desk: codes and days only, so that the address may be kept and passed on. */
export interface RecordFilter {
  readonly door?: string;
  readonly state?: string;
  readonly worry?: string;
  readonly municipality?: string;
  readonly ageBand?: string;
  readonly outcome?: string;
  readonly about?: string;
  readonly sex?: string;
  readonly route?: string;
  /** One of what was done. */
  readonly action?: string;
  /** 0 … 4: at least. */
  readonly risk?: number;
  /** Arrived on these Tokyo days, both inclusive. */
  readonly from?: string;
  readonly to?: string;
  /** To be contacted again on these days, both inclusive. */
  readonly followUpFrom?: string;
  readonly followUpTo?: string;
}

const among = (allowed: readonly string[]) => z.string().refine((value) => allowed.includes(value));
const risk = z.coerce.number().int().min(0).max(4);

const fields = {
  door: among(ways),
  state: among(states),
  worry: among(worryTerms.map(({ code }) => code)),
  municipality: z.string().regex(/^\d{5}$/),
  ageBand: among(Object.keys(codes.ageBand)),
  outcome: among(Object.keys(codes.outcome)),
  about: among(Object.keys(codes.about)),
  sex: among(Object.keys(codes.sex)),
  route: among(Object.keys(codes.route)),
  action: among(Object.keys(codes.actions)),
  from: z.iso.date(),
  to: z.iso.date(),
  followUpFrom: z.iso.date(),
  followUpTo: z.iso.date(),
} as const;

/** What an address asks for; a value that nobody offers asks for nothing. */
export function readFilter(query: (name: string) => string): RecordFilter {
  const entries = Object.entries(fields).flatMap(([name, kind]) => {
    const read = kind.safeParse(query(name));
    return read.success ? [[name, read.data] as const] : [];
  });
  const level = query('risk') === '' ? undefined : risk.safeParse(query('risk')).data;
  return { ...Object.fromEntries(entries), ...(level !== undefined && { risk: level }) };
}

/** The same as it stands in an address. */
export function addressOf(filter: RecordFilter): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, String(value)]));
}
