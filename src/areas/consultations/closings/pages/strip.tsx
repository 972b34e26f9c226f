import type { View } from '#platform/web/view.ts';
import { ActionForm } from '#ui/form.tsx';
import { closingPaths } from '../../paths.ts';
import { stayWords } from '../words.ts';

/** On top of the desk: that it closes soon. The island keeps its words true. */
export function ClosingStrip({ text }: { text: string }) {
  return (
    <p class="notice warn" role="status" hidden={text === ''} data-closing>
      {text}
    </p>
  );
}

/** Beside a conversation that one has: staying, said to the person. Where scripts run it appears by itself when it is time. */
export function StayForm({
  view,
  contactId,
  stays,
  shown,
}: {
  view: View;
  contactId: string;
  stays: boolean;
  shown: boolean;
}) {
  const t = stayWords[view.lang];
  if (stays) return <p class="hint">{t.staying}</p>;
  return (
    <div hidden={!shown} data-stay>
      <ActionForm action={view.href(closingPaths.stay.to({ contactId }))}>{t.stay}</ActionForm>
    </div>
  );
}
