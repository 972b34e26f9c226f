import type { Tx } from '#platform/database/database.ts';
import type { Lang } from '#platform/i18n.ts';
import { answerLines, type Answers, readAnswers, readGuide, readOutcome } from '#areas/directory/index.ts';
import type { ToldLines } from './pages/told.tsx';

interface ToldAnswers extends ToldLines {
  readonly answers: Answers;
  /** The one desk that the guide names, as the directory knows it. */
  readonly serviceId: string | undefined;
}

/** Answers of the guide out of a posted form: as its own fields, or carried along as one. What the flow does not know is dropped. */
export async function readAnswersTold(
  tx: Tx,
  fields: Readonly<Record<string, unknown>>,
  { lang, now }: { lang: Lang; now: Date },
): Promise<ToldAnswers | undefined> {
  const guide = await readGuide(tx);
  const given = typeof fields['told'] === 'string' ? fieldsIn(fields['told']) : fields;
  if (!guide || !given) return undefined;
  const answers = readAnswers(guide.flow, given, guide.known);
  const lines = answerLines(guide, answers, lang).filter(({ said }) => said.length > 0);
  if (lines.length === 0) return undefined;
  const { desk } = await readOutcome(tx, guide, answers, now);
  return { answers, lines, told: JSON.stringify(answers), serviceId: desk?.service.id };
}

function fieldsIn(text: string): Readonly<Record<string, unknown>> | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
