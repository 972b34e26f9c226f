import type { FormState } from '#platform/web/form-state.ts';
import { TextArea } from '#ui/fields.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Press, type Talk, talkWords, TalkForm, TalkPage, viewIn } from '../../navigator/pages/talk.tsx';
import { navigatorPaths } from '../../paths.ts';
import { mostPacketLetters } from '../rules.ts';
import { words } from '../words.ts';

/** What the desk will read: made from the answers, and changed by the person as they like. */
export function ComposePage({ talk, state, text }: { talk: Talk; state: FormState; text: string }) {
  const view = viewIn(talk.view, talk.language);
  const t = words[view.lang];
  return (
    <TalkPage talk={talk} problems={state.problems}>
      <PageHead title={t.compose} lead={<p>{t.composeLead}</p>} />
      <TalkForm talk={talk} action={navigatorPaths.packet.to({})}>
        <TextArea
          view={view}
          state={state}
          name="text"
          label={t.text}
          value={text}
          rows={12}
          maxlength={mostPacketLetters}
        />
        <div class="presses">
          <Press go="make" kind="primary">
            {t.make}
          </Press>
        </div>
      </TalkForm>
      <TalkForm talk={talk}>
        <div class="presses">
          <Press go="result" kind="quiet">
            ← {t.back}
          </Press>
        </div>
      </TalkForm>
      <p class="hint">{talkWords(talk).packetLead}</p>
    </TalkPage>
  );
}
