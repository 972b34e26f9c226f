import { tokyoDay } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import { worryTerms } from '#areas/directory/index.ts';
import { DataTable } from '#ui/table.tsx';
import { words as boardWords } from '../../boards/words.ts';
import { codes } from '../../contacts/codes.ts';
import type { State } from '../../contacts/rules.ts';
import type { Contact } from '../../contacts/store.ts';
import type { Way } from '../../desks/settings.ts';
import { deskPaths } from '../../paths.ts';
import { words } from '../words.ts';
import type { SearchProps } from './search.tsx';

/** Contacts by what is counted of them; the number opens the conversation, which is recorded as a look at it. */
export function RecordTable(props: SearchProps & { contacts: readonly Contact[]; caption: string }) {
  const { view, contacts, caption } = props;
  const t = words[view.lang];
  return (
    <DataTable
      view={view}
      caption={caption}
      captionHidden
      columns={[
        { key: 'number', label: t.number, head: true },
        { key: 'arrived', label: t.arrived },
        { key: 'door', label: t.door },
        { key: 'state', label: t.state },
        { key: 'worry', label: t.worry },
        { key: 'municipality', label: t.municipality },
        { key: 'age', label: t.ageBand },
        { key: 'outcome', label: t.outcome },
        { key: 'followUp', label: t.followUp },
      ]}
      rows={contacts.map((contact) => rowOf(props, contact))}
    />
  );
}

function rowOf({ view, deskId, today, municipalities }: SearchProps, contact: Contact) {
  const { lang } = view;
  const t = words[lang];
  const b = boardWords[lang];
  const place = municipalities.find(({ code }) => code === contact.municipality);
  const outcomes: Readonly<Record<string, { ja: string; en: string }>> = codes.outcome;
  const ages: Readonly<Record<string, { ja: string; en: string }>> = codes.ageBand;
  return {
    number: <a href={view.href(deskPaths.desk.to({ deskId }, { contact: contact.id }))}>{contact.number}</a>,
    arrived: tokyoDay(contact.arrivedAt),
    door: b.door[contact.door as Way],
    state: contact.erasedAt ? t.erased : b.state[contact.state as State],
    worry: contact.worries
      .map((code) => worryTerms.find((term) => term.code === code)?.name[lang] ?? code)
      .join('、'),
    municipality: place && contentIn(lang, { ja: place.nameJa, en: place.nameEn }),
    age: contact.ageBand && ages[contact.ageBand]?.[lang],
    outcome: contact.outcome && outcomes[contact.outcome]?.[lang],
    followUp: contact.followUpOn && `${contact.followUpOn}${lateness(view.lang, contact.followUpOn, today)}`,
  };
}

function lateness(lang: 'ja' | 'en', on: string, today: string): string {
  if (on > today) return '';
  const days = Math.round((Date.parse(today) - Date.parse(on)) / 86_400_000);
  return lang === 'ja' ? `（${words.ja.late(days)}）` : ` (${words.en.late(days)})`;
}
