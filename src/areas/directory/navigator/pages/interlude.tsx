import type { CrisisKind } from '../../crisis/rules.ts';
import { EmergencyPanel } from '../../emergency/pages/panel.tsx';
import { Press, type Talk, talkWords, TalkForm, TalkPage, viewIn } from './talk.tsx';

/** What cannot wait is answered before anything else is asked: who is there now, then on, if one wants. */
export function InterludePage({
  talk,
  on,
  crises,
}: {
  talk: Talk;
  on: string;
  crises: readonly CrisisKind[];
}) {
  const t = talkWords(talk);
  return (
    <TalkPage talk={talk}>
      <EmergencyPanel view={viewIn(talk.view, talk.language)} kind={crises} level={1} />
      <TalkForm talk={talk} on={on} seen={crises}>
        <div class="presses">
          <Press go="next" kind="primary">
            {t.continueOn}
          </Press>
          <Press go="result">{t.see}</Press>
          <Press go={`edit:${on}`} kind="quiet">
            ← {t.back}
          </Press>
        </div>
      </TalkForm>
    </TalkPage>
  );
}
