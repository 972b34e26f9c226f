import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import type { Service } from '#areas/directory/index.ts';
import { Card, EmptyState, StatusTag, type Tone } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { caseTrail } from '../../case-files/pages/trail.tsx';
import type { CaseFile } from '../../case-files/store.ts';
import { referralPaths } from '../../paths.ts';
import { words } from '../words.ts';

interface ChooseProps {
  readonly view: View;
  readonly caseFile: CaseFile;
  readonly q: string;
  readonly services: readonly Service[];
}

const tones: Record<string, Tone> = { accepting: 'good', waiting: 'warn', full: 'bad' };

/** Whom to: what the directory knows, with free places where they are known. The words are about help, never about the person. */
export function ChoosePage({ view, caseFile, q, services }: ChooseProps) {
  const t = words[view.lang];
  const state = { values: { q }, problems: [] };
  return (
    <StaffFrame view={view} title={t.choose}>
      <PageHead
        title={t.choose}
        lead={t.chooseLead}
        breadcrumbs={<Breadcrumbs view={view} items={caseTrail(view, caseFile)} current={t.choose} />}
      />
      <Form
        action={view.href(referralPaths.choose.to({ caseId: caseFile.id }))}
        method="get"
        label={t.choose}
      >
        <TextField view={view} state={state} name="q" label={t.search} autocomplete="off" />
        <Actions>
          <SubmitButton kind="secondary">{t.find}</SubmitButton>
        </Actions>
      </Form>
      {services.length === 0 && <EmptyState title={t.none} />}
      {services.map((service) => (
        <Card
          level={2}
          title={contentIn(view.lang, service.content.name)}
          tags={
            service.capacity && (
              <StatusTag tone={tones[service.capacity] ?? 'neutral'}>
                {t.capacity[service.capacity as keyof typeof t.capacity]}
              </StatusTag>
            )
          }
        >
          <p>{contentIn(view.lang, { ja: service.owner.nameJa, en: service.owner.nameEn })}</p>
          <p>{contentIn(view.lang, service.content.summary)}</p>
          <Actions>
            <ButtonLink
              kind="secondary"
              href={view.href(referralPaths.fill.to({ caseId: caseFile.id, serviceId: service.id }))}
            >
              {t.pick}
              <span class="vh">：{contentIn(view.lang, service.content.name)}</span>
            </ButtonLink>
          </Actions>
        </Card>
      ))}
    </StaffFrame>
  );
}
