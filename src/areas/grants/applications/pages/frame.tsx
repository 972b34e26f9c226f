import type { Child } from 'hono/jsx';
import { fiscalYearName } from '#platform/dates.ts';
import type { Problem } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import type { CallTerms } from '../../calls/terms.ts';
import { applicationPaths } from '../../paths.ts';
import { fieldWords } from '../field-words.ts';

interface LinkFrameProps {
  readonly view: View;
  readonly token: string;
  readonly title: string;
  readonly terms: Pick<CallTerms, 'name'>;
  readonly fiscalYear: number;
  readonly lead?: Child;
  readonly tags?: Child;
  readonly actions?: Child;
  readonly problems?: readonly Problem[];
  readonly islands?: readonly string[];
  /** A letter stands on it. */
  readonly paper?: boolean;
  /** The first page of an application leads nowhere back. */
  readonly first?: boolean;
  readonly children?: Child;
}

/** A page behind a link: which call it is about, and the way back to the overview. */
export function LinkFrame(props: LinkFrameProps) {
  const { view, token, title, terms, fiscalYear, first, lead, tags, actions, children } = props;
  const t = fieldWords[view.lang];
  const call = `${terms.name[view.lang]}　${fiscalYearName(view.lang, fiscalYear)}`;
  return (
    <PublicFrame
      view={view}
      title={title}
      problems={props.problems ?? []}
      {...(props.islands && { islands: props.islands })}
      paper={props.paper ?? false}
    >
      <PageHead
        title={title}
        kicker={call}
        breadcrumbs={
          !first && (
            <p>
              <a href={view.href(applicationPaths.overview.to({ token }))}>← {t.back}</a>
            </p>
          )
        }
        lead={lead}
        tags={tags}
        actions={actions}
      />
      {children}
    </PublicFrame>
  );
}
