import type { View } from '#platform/web/view.ts';
import { Notice, Tag } from '#ui/content.tsx';
import { Section } from '#ui/layout.tsx';
import type { CaseFile } from '../../case-files/store.ts';
import { livesTogether } from '../../households/rules.ts';
import type { MemberLine } from '../../households/shown.ts';
import { words as joinWords } from '../../joins/words.ts';
import { words as ownWords } from '../../own-page/staff/words.ts';
import { ownPageStaffPaths, personPaths } from '../../paths.ts';
import { words } from '../words.ts';
import { relationName } from './person.tsx';

interface PanelProps {
  readonly view: View;
  readonly caseFile: CaseFile;
  readonly household: readonly MemberLine[];
  /** Records that may be of the same person. */
  readonly duplicates: number;
  /** What the person asked for from their own page and nobody has answered. */
  readonly ownRequests: number;
  readonly today: string;
}

/** Beside a case: who belongs to the person, the way to their facts, and who may be the same. */
export function PersonPanel({ view, caseFile, household, duplicates, ownRequests, today }: PanelProps) {
  const t = words[view.lang];
  const to = { caseId: caseFile.id };
  return (
    <>
      {household.length > 0 && (
        <Section title={t.household}>
          <ul>
            {household.map((member) => (
              <li>
                {relationName(view, member.relation)} {member.shownName} {member.words}{' '}
                {livesTogether(member, today) && <Tag>{t.livings.together}</Tag>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <p>
        <a href={view.href(personPaths.person.to(to))}>{t.title}</a>
        {' ／ '}
        <a href={view.href(personPaths.joins.to(to))}>{joinWords[view.lang].title}</a>
        {' ／ '}
        <a href={view.href(ownPageStaffPaths.page.to(to))}>{ownWords[view.lang].staffTitle}</a>
      </p>
      {ownRequests > 0 && (
        <Notice view={view} tone="warn">
          <a href={view.href(ownPageStaffPaths.page.to(to))}>{ownWords[view.lang].waiting(ownRequests)}</a>
        </Notice>
      )}
      {duplicates > 0 && (
        <Notice view={view} tone="warn">
          <a href={view.href(personPaths.joins.to(to))}>{joinWords[view.lang].panel(duplicates)}</a>
        </Notice>
      )}
    </>
  );
}
