import { tokyoMinute } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList } from '#ui/content.tsx';
import { Section, TypedText } from '#ui/layout.tsx';
import { Thread } from '#ui/thread.tsx';
import type { MemberKind } from '../../members/rules.ts';
import { listed } from '../../members/shown.ts';
import { words as memberWords } from '../../members/words.ts';
import type { Application } from '../store.ts';
import { words } from '../words.ts';

/** What was said of the organisation: the same for whoever applied and for the office. */
export function ApplicationFacts({
  view,
  application,
  topics,
  places,
}: {
  view: View;
  application: Application;
  topics: readonly string[];
  places: readonly string[];
}) {
  const t = words[view.lang];
  const m = memberWords[view.lang];
  return (
    <Section title={t.organisation}>
      <DefinitionList
        items={[
          { term: t.name, value: application.organisationName },
          { term: m.kind, value: m.kinds[application.kind as MemberKind] },
          { term: m.about, value: <TypedText text={application.about} /> },
          { term: m.topics, value: listed(view.lang, topics) || '—' },
          { term: m.places, value: listed(view.lang, places) || m.everywhere },
          { term: m.website, value: application.website || '—' },
        ]}
      />
    </Section>
  );
}

export function ApplicationTalk({ view, application }: { view: View; application: Application }) {
  const t = words[view.lang];
  if (application.talk.length === 0) return null;
  return (
    <Section title={t.talk}>
      <Thread
        label={t.talk}
        entries={application.talk.map(({ by, at, words: said }) => ({
          by: t[by],
          at,
          when: tokyoMinute(new Date(at)),
          title: '',
          body: <TypedText text={said} />,
        }))}
      />
    </Section>
  );
}
