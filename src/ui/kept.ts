import { raw } from 'hono/html';

/** What was rendered, as HTML to be shown again. */
export type KeptHtml = ReturnType<typeof raw>;

/**
 * In one piece: a text that was just put together is a tree of its parts, through which every page that shows it would go again.
 */
export function keptHtml(rendered: unknown): KeptHtml {
  return raw(Buffer.from(String(rendered)).toString());
}
