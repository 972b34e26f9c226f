import type { Child } from 'hono/jsx';
import { contentIn } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Notice } from '#ui/content.tsx';
import { HiddenField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs, Tabs } from '#ui/wayfinding.tsx';
import { grantsTrail } from '../../../desk.ts';
import { callStaffPaths } from '../../../paths.ts';
import { type Flaw, flawsOf, type Section, sectionsOf } from '../../checks/rules.ts';
import { sectionWords } from '../../checks/section-words.ts';
import { flawText } from '../../checks/words.ts';
import { words as staffWords } from '../../staff/words.ts';
import { partHref } from '../../staff/part-href.ts';
import type { CallTerms } from '../../terms.ts';
import { leads } from '../lead-words.ts';
import { words } from '../words.ts';

export interface EditProps {
  readonly view: View;
  readonly state: FormState;
  readonly callId: string;
  readonly shape: string;
  readonly revision: number;
  readonly terms: CallTerms;
  /** Of the call's program; sums can feed them. */
  readonly measures: readonly {
    readonly id: string;
    readonly labelJa: string;
    readonly labelEn: string;
    readonly counting: string | null;
  }[];
}

/** The frame of every page on which terms are written: the parts as tabs, what is still to be mended, and the form. */
export function EditFrame({
  section,
  title,
  children,
  ...props
}: EditProps & { section: Section; title?: string; children?: Child }) {
  const { view, state, callId, shape, terms } = props;
  const t = staffWords[view.lang];
  const flaws = flawsOf(terms, shape);
  const count = (part: Section) => flaws.filter((flaw) => flaw.section === part).length;
  const name = contentIn(view.lang, terms.name);
  const shown = title ?? sectionWords[view.lang][section];
  const items = [...grantsTrail(view), { href: view.href(callStaffPaths.call.to({ callId })), label: name }];
  return (
    <StaffFrame view={view} title={`${shown}｜${name}`} problems={state.problems}>
      <PageHead
        title={shown}
        kicker={name}
        lead={<p>{leads[view.lang][section]}</p>}
        breadcrumbs={<Breadcrumbs view={view} items={items} current={shown} />}
      />
      <Tabs
        label={t.parts}
        items={sectionsOf(terms).map((part) => ({
          href: view.href(partHref(callId, part)),
          label: sectionWords[view.lang][part],
          current: part === section,
          ...(count(part) > 0 ? { count: count(part) } : {}),
        }))}
      />
      <ToMend view={view} flaws={flaws.filter((flaw) => flaw.section === section)} />
      {children}
    </StaffFrame>
  );
}

function ToMend({ view, flaws }: { view: View; flaws: readonly Flaw[] }) {
  if (flaws.length === 0) return null;
  return (
    <Notice view={view} title={staffWords[view.lang].flawsTitle}>
      <ul>
        {flaws.map((flaw) => (
          <li>{flawText(view.lang, flaw)}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** The form around the fields of a part: saved, and perhaps on to the next. */
export function EditForm({
  view,
  action,
  callId,
  revision,
  onward = true,
  children,
}: Pick<EditProps, 'view' | 'callId' | 'revision'> & {
  action: string;
  onward?: boolean;
  children?: Child;
}) {
  const t = words[view.lang];
  return (
    <Form action={view.href(action)}>
      {/* Enter in a field presses the first button of a form: it has to be this one. */}
      <button type="submit" class="vh" tabindex={-1} aria-hidden="true" />
      <HiddenField name="revision" value={revision} />
      {children}
      <Actions>
        <SubmitButton>{t.save}</SubmitButton>
        {onward && (
          <SubmitButton kind="secondary" name="then" value="next">
            {t.saveNext}
          </SubmitButton>
        )}
        <ButtonLink kind="quiet" href={view.href(callStaffPaths.call.to({ callId }))}>
          {t.back}
        </ButtonLink>
      </Actions>
    </Form>
  );
}
