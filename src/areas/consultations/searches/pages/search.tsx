import { contentIn } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { type Municipality, worryTerms } from '#areas/directory/index.ts';
import { type Option, SelectField } from '#ui/choices.tsx';
import { DateField, TextField } from '#ui/fields.tsx';
import { ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Row, Section } from '#ui/layout.tsx';
import { Pagination } from '#ui/wayfinding.tsx';
import { DeskTabs } from '../../boards/pages/tabs.tsx';
import { words as boardWords } from '../../boards/words.ts';
import { words as callWords } from '../../calls/words.ts';
import { codes } from '../../contacts/codes.ts';
import { states } from '../../contacts/rules.ts';
import type { Contact } from '../../contacts/store.ts';
import { ways } from '../../desks/settings.ts';
import { deskPaths } from '../../paths.ts';
import { addressOf, type RecordFilter } from '../filter.ts';
import { words } from '../words.ts';
import { RecordTable } from './records.tsx';

export interface SearchProps {
  readonly view: View;
  readonly deskId: string;
  readonly today: string;
  readonly filter: RecordFilter;
  readonly found: readonly Contact[];
  /** Up to one more than are counted. */
  readonly count: number;
  readonly most: number;
  readonly page: number;
  readonly pageSize: number;
  readonly due: readonly Contact[];
  readonly dueMore: boolean;
  readonly municipalities: readonly Municipality[];
  readonly state: FormState;
}

/** Records of one's own desk: whom to contact today first, then a search by what is counted. */
export function SearchPage(props: SearchProps) {
  const { view, deskId, filter, found, count, due } = props;
  const t = words[view.lang];
  const hrefOf = (query: Readonly<Record<string, string | undefined>>) =>
    view.href(deskPaths.search.to({ deskId }, query));
  return (
    <StaffFrame view={view} title={t.title} problems={props.state.problems}>
      <PageHead title={t.title} lead={t.lead} />
      <DeskTabs view={view} deskId={deskId} current="search" />
      <Section title={t.due}>
        {due.length === 0 ? <p>{t.dueNone}</p> : <RecordTable {...props} contacts={due} caption={t.due} />}
        {props.dueMore && <p class="hint">{t.dueMore}</p>}
      </Section>
      <ByNumber {...props} />
      <Section title={t.filters}>
        <Row>
          <span>{t.saved}：</span>
          <a href={hrefOf({ state: 'open' })}>{t.presets.open}</a>
          <a href={hrefOf({ outcome: 'continued' })}>{t.presets.continued}</a>
          <a href={hrefOf({ outcome: 'broken' })}>{t.presets.broken}</a>
          <a href={hrefOf({ risk: '3' })}>{t.presets.danger}</a>
        </Row>
        <Filters {...props} />
        <p class="hint">{t.keep}</p>
      </Section>
      <Section title={`${t.results} ${t.found(count, props.most)}`}>
        {found.length === 0 ? (
          <p>{t.none}</p>
        ) : (
          <RecordTable {...props} contacts={found} caption={t.results} />
        )}
        <Pagination
          view={view}
          page={props.page}
          pageSize={props.pageSize}
          total={Math.min(count, props.most)}
          hrefOf={(page) => hrefOf({ ...addressOf(filter), page: String(page) })}
        />
      </Section>
    </StaffFrame>
  );
}

/** Posted: the number leads back to a conversation, so it stays out of addresses. */
function ByNumber({ view, deskId, state }: SearchProps) {
  const t = words[view.lang];
  return (
    <Form action={view.href(deskPaths.search.to({ deskId }))} label={t.byNumber} inline>
      <TextField
        view={view}
        state={state}
        name="number"
        label={t.number}
        inputmode="numeric"
        autocomplete="off"
        width="short"
      />
      <SubmitButton kind="secondary">{t.open}</SubmitButton>
    </Form>
  );
}

function Filters({ view, deskId, filter, municipalities }: SearchProps) {
  const { lang } = view;
  const t = words[lang];
  const b = boardWords[lang];
  const select = (name: SelectName, options: readonly Option[]) => (
    <SelectField
      view={view}
      name={name}
      label={t[name]}
      value={filter[name]}
      empty={t.any}
      options={options}
    />
  );
  const day = (name: 'from' | 'to' | 'followUpFrom' | 'followUpTo') => (
    <DateField view={view} name={name} label={t[name]} value={filter[name]} />
  );
  const named = (of: Readonly<Record<string, { ja: string; en: string }>>) =>
    Object.entries(of).map(([value, label]) => ({ value, label: label[lang] }));
  return (
    <Form method="get" action={view.href(deskPaths.search.to({ deskId }))} label={t.filters} inline>
      {select(
        'state',
        states.map((value) => ({ value, label: b.state[value] })),
      )}
      {select(
        'door',
        ways.map((value) => ({ value, label: b.door[value] })),
      )}
      {select(
        'worry',
        worryTerms.map(({ code, name }) => ({ value: code, label: name[lang] })),
      )}
      {select(
        'municipality',
        municipalities.map(({ code, nameJa, nameEn }) => ({
          value: code,
          label: contentIn(lang, { ja: nameJa, en: nameEn }),
        })),
      )}
      {select('ageBand', named(codes.ageBand))}
      {select('outcome', named(codes.outcome))}
      {select('about', named(codes.about))}
      {select('sex', named(codes.sex))}
      {select('route', named(codes.route))}
      {select('action', named(codes.actions))}
      {select(
        'risk',
        Object.entries(callWords[lang].riskLevels).map(([value, label]) => ({ value, label })),
      )}
      {day('from')}
      {day('to')}
      {day('followUpFrom')}
      {day('followUpTo')}
      <SubmitButton>{t.search}</SubmitButton>
      <ButtonLink kind="quiet" href={view.href(deskPaths.search.to({ deskId }))}>
        {t.clear}
      </ButtonLink>
    </Form>
  );
}

type SelectName = Exclude<keyof RecordFilter, 'from' | 'to' | 'followUpFrom' | 'followUpTo'>;
