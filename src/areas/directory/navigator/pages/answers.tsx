import { Disclosure } from '#ui/content.tsx';
import { Press, type Talk, talkWords, TalkForm } from './talk.tsx';

/** A question that was asked, and what was answered, as people read it. */
export interface AnswerLine {
  readonly id: string;
  readonly ask: string;
  readonly said: readonly string[];
}

/** Every answer can be changed, one at a time; the others stay. */
export function AnswersSection({ talk, lines }: { talk: Talk; lines: readonly AnswerLine[] }) {
  const t = talkWords(talk);
  return (
    <section class="section">
      <Disclosure summary={t.answers}>
        <TalkForm talk={talk}>
          <dl class="terms given">
            {lines.map(({ id, ask, said }) => (
              <div>
                <dt>{ask}</dt>
                <dd>
                  {said.length > 0 ? said.join('、') : t.unanswered}{' '}
                  <button
                    class="button quiet small"
                    type="submit"
                    name="go"
                    value={`edit:${id}`}
                    aria-label={`${t.change}: ${ask}`}
                  >
                    {t.change}
                  </button>
                </dd>
              </div>
            ))}
          </dl>
          <Press go="again" kind="quiet">
            {t.again}
          </Press>
        </TalkForm>
      </Disclosure>
    </section>
  );
}
