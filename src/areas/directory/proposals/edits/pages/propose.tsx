import { contentIn } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { HiddenField, TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs, Tabs } from '#ui/wayfinding.tsx';
import { type Part, parts } from '../../../descriptions/parts.ts';
import { labels } from '../../../descriptions/words.ts';
import { PartFields } from '../../../edits/pages/edit.tsx';
import type { Municipality } from '../../../municipalities/store.ts';
import { staffDirectoryPaths } from '../../../paths.ts';
import type { Service } from '../../../services/store.ts';
import { directoryTrail } from '../../../trail.ts';
import { staffWords } from '../../words.ts';

interface ProposeProps {
  readonly view: View;
  readonly state: FormState;
  readonly part: Part;
  readonly service: Service;
  readonly municipalities: readonly Municipality[];
}

/** The form of a part of somebody else's entry; what is sent waits for its owner. */
export function ProposePage({ view, state, part, service, municipalities }: ProposeProps) {
  const t = staffWords[view.lang];
  const { id, owner, content, version } = service;
  const names = labels[view.lang].parts;
  const title = t.proposePart(names[part]);
  const proposals = view.href(staffDirectoryPaths.proposals.to({}));
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        kicker={contentIn(view.lang, content.name)}
        lead={t.proposeLead(contentIn(view.lang, { ja: owner.nameJa, en: owner.nameEn }))}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[...directoryTrail(view), { href: proposals, label: t.title }]}
            current={title}
          />
        }
      />
      <Tabs
        label={t.partsOf}
        items={parts.map((each) => ({
          href: view.href(staffDirectoryPaths.propose.to({ id, part: each })),
          label: names[each],
          current: each === part,
        }))}
      />
      <Form action={view.href(staffDirectoryPaths.propose.to({ id, part }))} label={title}>
        {/* Enter in a field presses the first button of a form: it has to be this one. */}
        <button type="submit" class="vh" tabindex={-1} aria-hidden="true" />
        <HiddenField name="version" value={version} />
        <PartFields view={view} state={state} part={part} service={service} municipalities={municipalities} />
        <TextField
          view={view}
          state={state}
          name="why"
          label={t.why}
          hint={t.whyHint}
          maxlength={500}
          width="full"
        />
        <Actions>
          <SubmitButton>{t.sendProposal}</SubmitButton>
          <ButtonLink kind="quiet" href={proposals}>
            {t.title}
          </ButtonLink>
        </Actions>
      </Form>
    </StaffFrame>
  );
}
