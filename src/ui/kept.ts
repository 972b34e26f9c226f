import { raw } from 'hono/html';

/** What was rendered, as HTML to be shown again. */
export type KeptHtml = ReturnType<typeof raw>;

/**
 * In one piece: a text that was just put together is a tree of its parts, through which every page that shows it would go again.
 */
export function keptHtml(rendered: unknown): KeptHtml {
  return raw(Buffer.from(String(rendered)).toString());
}

/** Keeps what was rendered for an owner under a key, for as long as somebody holds the owner. */
export function keeper<Owner extends object>() {
  const all = new WeakMap<Owner, Map<string, KeptHtml>>();
  return (owner: Owner, key: string, render: () => unknown): KeptHtml => {
    const known = all.get(owner) ?? new Map<string, KeptHtml>();
    all.set(owner, known);
    const html = known.get(key) ?? keptHtml(render());
    known.set(key, html);
    return html;
  };
}
