import { contentIn } from '#platform/i18n.ts';
import { dayName } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import type { Municipality } from '#areas/directory/index.ts';
import { findPaths } from '#areas/directory/paths.ts';
import { SelectField } from '#ui/choices.tsx';
import { Card, DefinitionList, EmptyState, Tag, type Term } from '#ui/content.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section, TypedText } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { workplacePaths } from '../../paths.ts';
import { kinds, tasks } from '../rules.ts';
import type { Workplace, WorkplaceFilter } from '../store.ts';
import { words } from '../words.ts';

interface ListProps {
  readonly view: View;
  readonly filter: WorkplaceFilter;
  readonly workplaces: readonly Workplace[];
  readonly municipalities: readonly Municipality[];
  /** Where the next page begins. */
  readonly after: string | undefined;
}

export function placeName(view: View, places: readonly Municipality[], code: string): string {
  const found = places.find((place) => place.code === code);
  return found ? contentIn(view.lang, { ja: found.nameJa, en: found.nameEn }) : code;
}

/** 就労訓練事業所: for everybody. */
export function WorkplaceList({ view, filter, workplaces, municipalities, after }: ListProps) {
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={t.list}>
      <PageHead title={t.list} lead={t.listLead} />
      <p>
        {t.find} <a href={view.href(findPaths.find.to({}))}>{t.findLink}</a>
      </p>
      <Filter view={view} filter={filter} municipalities={municipalities} />
      {workplaces.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <Grid min="large">
          {workplaces.map((workplace) => (
            <Card
              title={workplace.name}
              level={2}
              href={view.href(workplacePaths.public.to({ workplaceId: workplace.id }))}
              tags={<KindTags view={view} kinds={workplace.kinds} />}
            >
              <DefinitionList items={offered(view, workplace, municipalities)} />
            </Card>
          ))}
        </Grid>
      )}
      {after && (
        <Actions>
          <ButtonLink kind="secondary" href={view.href(workplacePaths.list.to({}, { ...filter, after }))}>
            {t.next}
          </ButtonLink>
        </Actions>
      )}
    </PublicFrame>
  );
}

function KindTags({ view, kinds: held }: { view: View; kinds: readonly string[] }) {
  const t = words[view.lang];
  return (
    <>
      {kinds
        .filter((kind) => held.includes(kind))
        .map((kind) => (
          <Tag tone="info">{t.kinds[kind]}</Tag>
        ))}
    </>
  );
}

export function listed<Code extends string>(
  names: Readonly<Record<Code, string>>,
  codes: readonly string[],
): string {
  return (Object.keys(names) as Code[])
    .filter((code) => codes.includes(code))
    .map((code) => names[code])
    .join('・');
}

/** What stands on its card and its page alike. */
export function offered(
  view: View,
  workplace: Workplace,
  municipalities: readonly Municipality[],
): readonly Term[] {
  const t = words[view.lang];
  return [
    { term: t.municipality, value: placeName(view, municipalities, workplace.municipality) },
    { term: t.task, value: listed(t.tasks, workplace.tasks) },
    {
      term: t.hours,
      value: `${listed(t.days, workplace.days)}　${workplace.opensAt}–${workplace.closesAt}（${t.leastMinutes}${workplace.leastMinutes}${t.minutes}）`,
    },
    { term: t.places, value: `${workplace.places}${view.lang === 'en' ? ' ' : ''}${t.people}` },
  ];
}

function Filter({ view, filter, municipalities }: Pick<ListProps, 'view' | 'filter' | 'municipalities'>) {
  const t = words[view.lang];
  const named = (names: Readonly<Record<string, string>>, codes: readonly string[]) =>
    codes.map((value) => ({ value, label: names[value] ?? value }));
  return (
    <Form method="get" action={view.href(workplacePaths.list.to({}))} label={t.filter} inline>
      <SelectField
        view={view}
        name="municipality"
        label={t.municipality}
        empty={t.all}
        value={filter.municipality}
        options={municipalities.map(({ code }) => ({
          value: code,
          label: placeName(view, municipalities, code),
        }))}
      />
      <SelectField
        view={view}
        name="task"
        label={t.task}
        empty={t.all}
        value={filter.task}
        options={named(t.tasks, tasks)}
      />
      <SelectField
        view={view}
        name="kind"
        label={t.kind}
        empty={t.all}
        value={filter.kind}
        options={named(t.kinds, kinds)}
      />
      <Actions>
        <SubmitButton kind="secondary">{t.filter}</SubmitButton>
      </Actions>
    </Form>
  );
}

/** One certified workplace. */
export function WorkplacePublicPage({
  view,
  workplace,
  municipalities,
}: {
  view: View;
  workplace: Workplace;
  municipalities: readonly Municipality[];
}) {
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={workplace.name}>
      <PageHead
        title={workplace.name}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(workplacePaths.list.to({})), label: t.list }]}
            current={workplace.name}
          />
        }
        tags={<KindTags view={view} kinds={workplace.kinds} />}
      />
      <DefinitionList
        items={[
          ...offered(view, workplace, municipalities),
          { term: t.number, value: workplace.number ?? '' },
          { term: t.term, value: termText(view, workplace) },
        ]}
      />
      <Section title={t.work}>
        <TypedText text={workplace.work} />
      </Section>
      <Section title={t.support}>
        <TypedText text={workplace.support} />
      </Section>
      <p>
        {t.find} <a href={view.href(findPaths.find.to({}))}>{t.findLink}</a>
      </p>
    </PublicFrame>
  );
}

export function termText(view: View, { certifiedOn, validUntil }: Workplace): string {
  if (!certifiedOn || !validUntil) return '';
  return words[view.lang].termOf(dayName(view.lang, certifiedOn), dayName(view.lang, validUntil));
}
