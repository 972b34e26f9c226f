import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { FileField } from '#ui/choices.tsx';
import { Notice, StatusTag } from '#ui/content.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { HiddenField } from '#ui/fields.tsx';
import { Section } from '#ui/layout.tsx';
import type { Paper } from '../../../calls/terms.ts';
import { sizeText } from '../../shown.ts';
import type { ShownPaper } from '../actions.ts';
import { words } from '../words.ts';

export interface PaperUrls {
  readonly add: string;
  readonly paper: (paperId: string) => string;
  readonly remove: (paperId: string) => string;
}

interface PapersProps {
  readonly view: View;
  readonly state: FormState;
  readonly wanted: readonly Paper[];
  readonly papers: readonly ShownPaper[];
  readonly urls: PaperUrls;
  /** Which kind of paper the form with problems was about. */
  readonly tried: string;
  readonly scanner: boolean;
}

/** Each paper that is asked for, what has come of it, and a form of its own to add one. */
export function PaperForms(props: PapersProps) {
  const { view, wanted, scanner } = props;
  const t = words[view.lang];
  return (
    <>
      {!scanner && (
        <Notice view={view}>
          <p>{t.unscanned}</p>
        </Notice>
      )}
      {wanted.map((paper) => (
        <OnePaper {...props} paper={paper} />
      ))}
    </>
  );
}

function OnePaper({ view, state, paper, papers, urls, tried }: PapersProps & { paper: Paper }) {
  const { lang } = view;
  const t = words[lang];
  const own = papers.filter(({ code }) => code === paper.code);
  const label = paper.label[lang];
  const name = `file.${paper.code}`;
  return (
    <Section title={label}>
      <p>
        <StatusTag tone={own.length > 0 ? 'good' : paper.required ? 'warn' : 'neutral'}>
          {own.length > 0 ? t.there : paper.required ? t.required : t.optional}
        </StatusTag>{' '}
        {paper.hint?.[lang]}
      </p>
      {own.length > 0 && (
        <ul>
          {own.map(({ id, name: called, bytes }) => (
            <li>
              <a href={urls.paper(id)}>{called}</a> <small>{sizeText(bytes)}</small>{' '}
              <ActionForm action={urls.remove(id)} kind="quiet" small>
                {t.remove}
                <span class="vh"> {called}</span>
              </ActionForm>
            </li>
          ))}
        </ul>
      )}
      <Form action={urls.add} files label={label}>
        <HiddenField name="code" value={paper.code} />
        <FileField
          view={view}
          {...(tried === paper.code && { state })}
          name={name}
          label={t.choose(label)}
          hint={t.hint}
          accept="image/jpeg,image/png,image/webp,application/pdf"
          multiple
        />
        <Actions>
          <SubmitButton kind="secondary">{t.add}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}

/** On to what comes after the papers. */
export function OnButton({ view, href }: { view: View; href: string }) {
  return (
    <div class="section">
      <Actions>
        <ButtonLink href={href}>{words[view.lang].on}</ButtonLink>
      </Actions>
    </div>
  );
}
