import type { View } from '#platform/web/view.ts';
import { EmergencyPanel } from '#areas/directory/index.ts';
import { navigatorPaths } from '#areas/directory/paths.ts';
import { HiddenField } from '#ui/fields.tsx';
import { Form, SubmitButton } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { type DeskShown, Standing } from '../../talks/pages/start.tsx';
import { words as talkWords } from '../../talks/words.ts';
import { words } from '../words.ts';
import type { ToldLines } from './told.tsx';

interface ChooseProps {
  readonly view: View;
  readonly desks: readonly DeskShown[];
  readonly told: ToldLines;
}

/** From the end of the guide: which desk. Answers travel in the forms, never in an address. */
export function ChooseDeskPage({ view, desks, told }: ChooseProps) {
  const t = words[view.lang];
  const s = talkWords[view.lang];
  return (
    <PublicFrame view={view} title={s.title}>
      <PageHead title={t.chooseTitle} lead={t.chooseLead} />
      <EmergencyPanel view={view} />
      {desks.map((desk) => (
        <Section title={desk.name}>
          <p>
            <Standing view={view} desk={desk} /> {desk.when}
          </p>
          <Form action={view.href(navigatorPaths.talk.to({}))} label={desk.name}>
            <HiddenField name="told" value={told.told} />
            <HiddenField name="desk" value={desk.code} />
            <SubmitButton kind="secondary">{t.choose(desk.name)}</SubmitButton>
          </Form>
        </Section>
      ))}
    </PublicFrame>
  );
}
