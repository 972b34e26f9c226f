import { answerRateOfMember } from '../../matches/counts/read.ts';
import { words as matchWords } from '../../matches/words.ts';
import type { ReadMemberPart } from '../part.ts';
import { words } from './words.ts';

/** The public answer rate, or that it cannot be told yet: never left out, so that silence is no advantage. */
export const answersPart: ReadMemberPart = async (tx, { organisationId, view, now }) => {
  const t = words[view.lang];
  const rate = await answerRateOfMember(tx, { organisationId, now });
  if (!rate) return { title: t.rate, body: <p>{t.rateFew}</p> };
  const { rateOf, median } = matchWords[view.lang];
  const told = [
    rateOf(rate.answered, rate.asked),
    ...(rate.medianDays === null ? [] : [median(rate.medianDays)]),
  ];
  const body = (
    <>
      <p>{t.percent(rate.percent)}</p>
      <p class="hint">{told.join(view.lang === 'ja' ? '。' : '; ')}</p>
    </>
  );
  return { title: t.rate, body };
};
