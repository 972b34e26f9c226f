/** A URL of the product, written once: the pattern the router takes and the link the pages show. */

type ParamsOf<Pattern extends string> = Pattern extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}/${infer After}`
    ? { readonly [K in CleanName<Name>]: string } & ParamsOf<`/${After}`>
    : { readonly [K in CleanName<Rest>]: string }
  : unknown;
type CleanName<Name extends string> = Name extends `${infer Base}{${string}`
  ? Base
  : Name extends `${infer Base}.${string}`
    ? Base
    : Name;

export type Query = Readonly<Record<string, string | number | undefined>>;

export interface Path<Params> {
  readonly pattern: string;
  /** A link: parameters percent-encoded, undefined query values left out. */
  to(params: Params, query?: Query): string;
}
export type Params<P> = P extends Path<infer T> ? T : never;

/** `path('/reports/:year')`; a parameter may carry a pattern in braces: `/reports/:year{[0-9]{4}}`. */
export function path<const Pattern extends string>(pattern: Pattern): Path<ParamsOf<Pattern>> {
  const bare = pattern.replace(/(:\w+)\{(?:[^{}]|\{[^{}]*\})*\}/g, '$1');
  return {
    // The router takes alternatives apart at each bar unless they are one group: /edit/:part{a|hours|b} would match /edit/hours/x.
    pattern: pattern.replace(/\{((?:[^{}]|\{[^{}]*\})*\|(?:[^{}]|\{[^{}]*\})*)\}/g, '{(?:$1)}'),
    to(params, query) {
      const values = (params ?? {}) as Record<string, string>;
      const url = bare.replace(/:(\w+)/g, (_, name: string) =>
        encodeURIComponent(String(values[name] ?? '')),
      );
      return withQuery(url, query);
    },
  };
}

/** Adds a query to a link that may have one already; values undefined or empty are left out. */
export function withQuery(url: string, query?: Query): string {
  if (!query) return url;
  const added = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  if (added.length === 0) return url;
  const text = new URLSearchParams(added.map(([name, value]) => [name, String(value)])).toString();
  return url.includes('?') ? `${url}&${text}` : `${url}?${text}`;
}
