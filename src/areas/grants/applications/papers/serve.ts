import type { Visit } from '#platform/web/visit.ts';
import type { PaperContent } from './actions.ts';

/** A paper as it came, to look at: by its kind, which its own first bytes have proved. Nothing of it may run. */
export function serve(visit: Visit, { mediaType, content }: PaperContent): Response {
  return visit.c.body(new Uint8Array(content), 200, {
    'content-type': mediaType,
    'content-disposition': 'inline',
    'cache-control': 'no-store',
  });
}
