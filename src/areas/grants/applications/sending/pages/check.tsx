import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Checkbox } from '#ui/choices.tsx';
import { Notice } from '#ui/content.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { applicationPaths } from '../../../paths.ts';
import { urlOfPart } from '../../link.tsx';
import { LinkFrame } from '../../pages/frame.tsx';
import type { TaskLine } from '../../tasks.ts';
import type { Sight } from '../../view.ts';
import { words } from '../words.ts';
import { ApplicationContent } from './content.tsx';

interface CheckProps {
  readonly view: View;
  readonly state: FormState;
  readonly token: string;
  readonly sight: Sight;
  readonly open: readonly TaskLine[];
}

/** Everything once more, and the one button that sends it. */
export function CheckPage({ view, state, token, sight, open }: CheckProps) {
  const t = words[view.lang];
  const { opened } = sight;
  const again = opened.application.state === 'returned';
  return (
    <LinkFrame
      view={view}
      token={token}
      title={t.check}
      terms={opened.terms}
      fiscalYear={opened.call.fiscalYear}
      lead={t.checkLead}
      problems={state.problems}
    >
      {open.length > 0 && (
        <Notice view={view} tone="warn" title={t.gaps(open.length)}>
          <p>{t.gapsLead}</p>
          <ul>
            {open.map(({ href, label }) => (
              <li>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <ApplicationContent
        view={view}
        sight={sight}
        changeUrl={(part) => view.href(urlOfPart(token, part))}
        paperUrl={(paperId) => view.href(applicationPaths.paper.to({ token, paperId }))}
      />
      {open.length === 0 && (
        <Form action={view.href(applicationPaths.check.to({ token }))} label={t.check}>
          <Checkbox
            view={view}
            state={state}
            name="declared"
            label={t.declare}
            hint={t.declareHint}
            required
          />
          <Actions>
            <SubmitButton>{again ? t.resubmit : t.submit}</SubmitButton>
          </Actions>
        </Form>
      )}
    </LinkFrame>
  );
}
