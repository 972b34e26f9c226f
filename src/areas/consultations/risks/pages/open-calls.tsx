import type { View } from '#platform/web/view.ts';
import { deskPaths } from '../../paths.ts';
import type { ShownCall } from '../shown.ts';
import { words } from '../words.ts';

/** On top of the desk for everybody there: which conversations wait for a supervisor, louder when the time is up. */
export function OpenCalls({
  view,
  deskId,
  calls,
}: {
  view: View;
  deskId: string;
  calls: readonly ShownCall[];
}) {
  const t = words[view.lang];
  return (
    <section aria-label={t.calls} class="open-calls" hidden={calls.length === 0} data-calls>
      <ul>
        {calls.map(({ contactId, state, text }) => (
          <li class={state}>
            <a href={view.href(deskPaths.desk.to({ deskId }, { contact: contactId }))}>{text}</a>
          </li>
        ))}
      </ul>
      <p class="vh" role="alert" data-calls-alert></p>
    </section>
  );
}
