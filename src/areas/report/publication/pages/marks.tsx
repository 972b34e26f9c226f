import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { StatusTag, Tag } from '#ui/content.tsx';
import type { ProgramBrief, Rating } from '../../editions/content.ts';
import { toneOf } from '../shown.ts';
import { words } from '../words.ts';

export function RatingTag({ view, rating }: { view: View; rating: Rating }) {
  return <StatusTag tone={toneOf(rating)}>{contentIn(view.lang, rating.name)}</StatusTag>;
}

/** 新, 拡充 or 終了, and 例示, behind a name. */
export function Marks({
  view,
  program,
}: {
  view: View;
  program: Pick<ProgramBrief, 'isNew' | 'continuity' | 'illustrative'>;
}) {
  const text = words[view.lang];
  const { continuity = program.isNew ? 'new' : 'continued' } = program;
  const mark = text.continuity[continuity];
  return (
    <>
      {mark && (
        <>
          {' '}
          <Tag tone={continuity === 'new' ? 'bad' : undefined}>{mark}</Tag>
        </>
      )}
      {program.illustrative && (
        <>
          {' '}
          <Tag>{text.illustrative}</Tag>
        </>
      )}
    </>
  );
}
