import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { EmergencyPanel } from '#areas/directory/index.ts';
import { DefinitionList } from '#ui/content.tsx';
import { ActionForm, Actions, ButtonLink } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import type { Desk } from '../../../desks/store.ts';
import { talkPaths } from '../../../paths.ts';
import { words as talkWords } from '../../../talks/words.ts';
import { words } from '../words.ts';

/** Out of LINE: who reads, how long it stays, what happens in danger; one press, and the conversation begins. */
export function ComeOverPage({ view, desk, token }: { view: View; desk: Desk; token: string }) {
  const t = words[view.lang];
  const said = talkWords[view.lang];
  const name = contentIn(view.lang, { ja: desk.nameJa, en: desk.nameEn });
  const days = desk.settings.doors.line?.retentionDays ?? 0;
  return (
    <PublicFrame view={view} title={said.title}>
      <PageHead title={name} lead={t.lead} />
      <Section title={said.before}>
        <DefinitionList
          items={[
            { term: said.who, value: desk.settings.readers[view.lang] },
            { term: said.stays, value: said.staysText(days) },
            { term: said.danger, value: said.dangerText },
            { term: said.name, value: said.nameText },
          ]}
        />
        <Actions>
          <ActionForm action={view.href(talkPaths.fromLine.to({ token }))} kind="primary">
            {t.begin}
          </ActionForm>
        </Actions>
      </Section>
      <EmergencyPanel view={view} />
    </PublicFrame>
  );
}

export function LinkOverPage({ view }: { view: View }) {
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={t.over}>
      <PageHead title={t.over} lead={t.overLead} />
      <EmergencyPanel view={view} />
      <Actions>
        <ButtonLink kind="secondary" href={view.href(talkPaths.start.to({}))}>
          {t.other}
        </ButtonLink>
      </Actions>
    </PublicFrame>
  );
}
