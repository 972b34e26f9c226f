import { dayName, tokyoDay } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import type { Service } from '#areas/directory/index.ts';
import { Card, EmptyState, StatusTag, Tag, type Tone } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs, type Link } from '#ui/wayfinding.tsx';
import { words } from '../words.ts';

interface ChooseProps {
  readonly view: View;
  readonly trail: readonly Link[];
  readonly title: string;
  /** Where the search leads, and where an entry that was chosen. */
  readonly here: string;
  readonly chosen: (serviceId: string) => string;
  readonly q: string;
  readonly services: readonly Service[];
}

const tones: Record<string, Tone> = { accepting: 'good', waiting: 'warn', full: 'bad' };

/** Whom to: what the directory knows, with free places where they are known. The words are about help, never about the person. */
export function ChoosePage({ view, trail, title, here, chosen, q, services }: ChooseProps) {
  const t = words[view.lang];
  const state = { values: { q }, problems: [] };
  return (
    <StaffFrame view={view} title={title}>
      <PageHead
        title={title}
        lead={t.chooseLead}
        breadcrumbs={<Breadcrumbs view={view} items={trail} current={title} />}
      />
      <Form action={view.href(here)} method="get" label={title}>
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
          tags={<FreePlaces view={view} service={service} />}
        >
          <p>{contentIn(view.lang, { ja: service.owner.nameJa, en: service.owner.nameEn })}</p>
          <p>{contentIn(view.lang, service.content.summary)}</p>
          <Actions>
            <ButtonLink kind="secondary" href={view.href(chosen(service.id))}>
              {t.pick}
              <span class="vh">：{contentIn(view.lang, service.content.name)}</span>
            </ButtonLink>
          </Actions>
        </Card>
      ))}
    </StaffFrame>
  );
}

/** Free places as the directory knows them, with its word on them and the day on which they were said. */
export function FreePlaces({ view, service }: { view: View; service: Service }) {
  const t = words[view.lang];
  const { capacity, capacityNote, capacityAt } = service;
  if (!capacity) return <Tag>{t.capacityUnsaid}</Tag>;
  const said = [capacityNote, capacityAt ? t.capacityOn(dayName(view.lang, tokyoDay(capacityAt))) : ''];
  return (
    <>
      <StatusTag tone={tones[capacity] ?? 'neutral'}>
        {t.capacity[capacity as keyof typeof t.capacity]}
      </StatusTag>{' '}
      <small>{said.filter(Boolean).join(' ')}</small>
    </>
  );
}
