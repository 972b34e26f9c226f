import { fiscalYearName, tokyoMinute } from '#platform/dates.ts';
import { formatNumber } from '#platform/i18n.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { RadioGroup } from '#ui/choices.tsx';
import { Notice, StatFigure } from '#ui/content.tsx';
import { NumberField, TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { placeStaffPaths } from '../../../paths.ts';
import { PlaceCrumbs } from '../../pages/parts.tsx';
import type { Session } from '../../rules.ts';
import { inAddress, sessionText } from '../../say.ts';
import type { VisitorSum } from '../actions.ts';
import { bands, ways } from '../rules.ts';
import type { CountRow } from '../store.ts';
import { words } from '../words.ts';

interface Place {
  readonly id: string;
  readonly name: string;
}

export function VisitorsPage({
  view,
  place,
  fiscalYear,
  sum,
  sessions,
}: {
  view: View;
  place: Place;
  fiscalYear: number;
  sum: VisitorSum;
  sessions: readonly { readonly session: Session; readonly count: CountRow | undefined }[];
}) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title}>
      <PageHead
        title={t.title}
        lead={<p>{t.lead}</p>}
        breadcrumbs={<PlaceCrumbs view={view} place={place} current={t.title} />}
      />
      <Section title={t.sessions}>
        {sessions.length === 0 && <p>{t.none}</p>}
        <ul class="sessions">
          {sessions.map(({ session, count }) => (
            <li>
              {sessionText(view.lang, session)}{' '}
              {count && <b>{`${formatNumber(view.lang, count.total)}${t.people}`}</b>}{' '}
              <a
                href={view.href(
                  placeStaffPaths.count.to({
                    serviceId: place.id,
                    day: session.day,
                    slot: inAddress(session.slot),
                  }),
                )}
              >
                {count ? t.again : t.count}
                <span class="vh"> {sessionText(view.lang, session)}</span>
              </a>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t.year(fiscalYearName(view.lang, fiscalYear))}>
        <StatFigure
          view={view}
          label={t.total}
          value={sum.visitors}
          unit={t.people}
          note={t.yearLine(formatNumber(view.lang, sum.visitors), sum.sessions)}
        />
        <DataTable
          view={view}
          caption={t.caption}
          columns={[
            { key: 'band', label: t.band, head: true },
            { key: 'people', label: t.title, align: 'number', unit: t.people },
          ]}
          rows={bands.map((band) => ({ band: t.bands[band], people: sum.bands[band] ?? 0 }))}
          total={{ band: t.total, people: sum.visitors }}
        />
      </Section>
    </StaffFrame>
  );
}

export function CountPage({
  view,
  state,
  place,
  session,
  versions,
  day,
  slot,
}: {
  view: View;
  state: FormState;
  place: Place;
  session: string;
  versions: readonly CountRow[];
  day: string;
  slot: string;
}) {
  const t = words[view.lang];
  const last = versions.at(-1);
  const action = view.href(placeStaffPaths.count.to({ serviceId: place.id, day, slot: inAddress(slot) }));
  return (
    <StaffFrame view={view} title={t.count} problems={state.problems}>
      <PageHead
        title={t.count}
        lead={<p>{session}</p>}
        breadcrumbs={<PlaceCrumbs view={view} place={place} current={t.title} />}
      />
      {last && <Notice view={view}>{t.before(last.total)}</Notice>}
      <Form action={action} label={t.count}>
        {bands.map((band) => (
          <NumberField view={view} state={state} name={band} label={t.bands[band]} unit={t.people} />
        ))}
        {last && (
          <>
            <RadioGroup
              view={view}
              state={state}
              name="way"
              label={t.way}
              options={ways.map((value) => ({ value, label: t.ways[value] }))}
            />
            <TextField
              view={view}
              state={state}
              name="reason"
              label={t.reason}
              maxlength={200}
              width="full"
            />
          </>
        )}
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
          <ButtonLink kind="quiet" href={view.href(placeStaffPaths.visitors.to({ serviceId: place.id }))}>
            {t.title}
          </ButtonLink>
        </Actions>
      </Form>
      {versions.length > 0 && (
        <Section title={t.history}>
          <ol>
            {versions.map(({ at, how, total, reason }) => (
              <li>
                {tokyoMinute(at)} {t.how[how as keyof typeof t.how]} {formatNumber(view.lang, total)}
                {t.people} {reason}
              </li>
            ))}
          </ol>
        </Section>
      )}
    </StaffFrame>
  );
}
