import { z } from 'zod';

/**
 * A URI as RFC 3986 writes it: ASCII only, with a scheme, every other character percent-encoded. Stricter than what a browser
 * takes, because the validators of the standard are.
 */
const uriPattern =
  /^[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9\-._~:/?@!$&'()*+,;=]|%[0-9A-Fa-f]{2}|\[[0-9A-Fa-f:.]+\])*(?:#(?:[A-Za-z0-9\-._~:/?@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*)?$/;

export const uri = z.string().regex(uriPattern).meta({ format: 'uri' });
export const email = z.email();
export const id = z.uuid();
/** `2026-11-25` */
export const day = z.iso.date();
/** With an offset or Z, to the millisecond. */
export const dateTime = z.iso.datetime({ offset: true });

export const text = z.string().optional();
export const number = z.number().optional();

/** An object of the standard: its own fields are as it says, others may stand beside them, as its rules of conformance allow. */
export const object = z.looseObject;
export const list = <Item extends z.ZodType>(item: Item) => z.array(item).optional();
