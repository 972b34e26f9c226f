import type { Child } from 'hono/jsx';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { SelectField } from '#ui/choices.tsx';
import { Card, Disclosure } from '#ui/content.tsx';
import { HiddenField, NumberField, TextArea } from '#ui/fields.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Row, Section } from '#ui/layout.tsx';
import { matchOfficePaths } from '../../../paths.ts';
import type { Discipline } from '../../discipline/rules.ts';
import { MatchTag } from '../../pages/thread.tsx';
import type { Match } from '../../store.ts';
import { words as matchWords } from '../../words.ts';
import { words } from '../words.ts';

export interface OfficeProps {
  readonly view: View;
  readonly state: FormState;
  readonly reported: readonly Match[];
  readonly stuck: readonly (Match & { readonly days: number })[];
  readonly toCount: readonly (Match & { readonly sums: string })[];
  readonly unmatched: readonly {
    readonly id: string;
    readonly title: string;
    readonly owner: string;
    readonly offers: readonly { readonly value: string; readonly label: string }[];
  }[];
  readonly resting: readonly { readonly id: string; readonly name: string }[];
  readonly stopped: readonly { readonly id: string; readonly name: string; readonly until: string }[];
  readonly discipline: Discipline;
}

export function OfficePage(props: OfficeProps) {
  const { view, state } = props;
  const t = words[view.lang];
  const sides = matchWords[view.lang].sides;
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead title={t.title} lead={t.lead} />
      <Part title={t.reports} none={t.none}>
        {props.reported.map((match) => (
          <Line view={view} match={match} />
        ))}
      </Part>
      <Part title={t.stuck} none={t.none} lead={t.stuckHint}>
        {props.stuck.map((match) => (
          <Line view={view} match={match}>
            <p>{t.waits(sides[match.waitsFor === 'giver' ? 'giver' : 'receiver'], match.days)}</p>
          </Line>
        ))}
      </Part>
      <Part title={t.toCount} none={t.none}>
        {props.toCount.map((match) => (
          <Line view={view} match={match}>
            <p>{match.sums}</p>
            <ActionForm action={view.href(matchOfficePaths.step.to({ matchId: match.id, step: 'count' }))}>
              {t.count}
            </ActionForm>
          </Line>
        ))}
      </Part>
      <Part title={t.unmatched} none={t.none} lead={t.unmatchedHint}>
        {props.unmatched.map((need) => (
          <Introduce view={view} need={need} />
        ))}
      </Part>
      <Standing {...props} />
      <Rules {...props} />
    </StaffFrame>
  );
}

function Part({
  title,
  none,
  lead,
  children,
}: {
  title: string;
  none: string;
  lead?: string;
  children: Child[];
}) {
  return (
    <Section title={title} {...(lead ? { lead } : {})}>
      {children.length === 0 ? <p>{none}</p> : children}
    </Section>
  );
}

function Line({ view, match, children }: { view: View; match: Match; children?: Child }) {
  return (
    <Card
      title={match.title}
      href={view.href(matchOfficePaths.match.to({ matchId: match.id }))}
      tags={<MatchTag view={view} status={match.status} />}
    >
      {children}
    </Card>
  );
}

function Introduce({ view, need }: { view: View; need: OfficeProps['unmatched'][number] }) {
  const t = words[view.lang];
  return (
    <Disclosure summary={`${need.owner}「${need.title}」`}>
      {need.offers.length === 0 ? (
        <p>{t.noOffers}</p>
      ) : (
        <Form action={view.href(matchOfficePaths.introduce.to({}))} label={t.introduce}>
          <HiddenField name="needId" value={need.id} />
          <SelectField
            view={view}
            name="offerId"
            label={t.offer}
            empty={false}
            required
            options={need.offers}
          />
          <TextArea view={view} name="words" label={t.introduceWords} required rows={3} />
          <Actions>
            <SubmitButton>{t.introduce}</SubmitButton>
          </Actions>
        </Form>
      )}
    </Disclosure>
  );
}

function Standing({ view, resting, stopped }: OfficeProps) {
  const t = words[view.lang];
  return (
    <>
      <Part title={t.resting} none={t.none}>
        {resting.map(({ id, name }) => (
          <Row>
            <span>{name}</span>
            <ActionForm
              action={view.href(matchOfficePaths.resume.to({}))}
              fields={{ organisationId: id }}
              small
            >
              {t.resume}
            </ActionForm>
          </Row>
        ))}
      </Part>
      <Part title={t.stopped} none={t.none}>
        {stopped.map(({ id, name, until }) => (
          <Row>
            <span>
              {name} {t.until(until)}
            </span>
            <ActionForm
              action={view.href(matchOfficePaths.liftStop.to({}))}
              fields={{ organisationId: id }}
              small
            >
              {t.lift}
            </ActionForm>
          </Row>
        ))}
      </Part>
    </>
  );
}

function Rules({ view, state, discipline }: OfficeProps) {
  const t = words[view.lang];
  const names = Object.keys(t.fields) as (keyof Discipline)[];
  return (
    <Section title={t.discipline}>
      <Form action={view.href(matchOfficePaths.discipline.to({}))} label={t.discipline}>
        {names.map((name) => (
          <NumberField
            view={view}
            state={state}
            name={name}
            label={t.fields[name]}
            value={discipline[name]}
            required
          />
        ))}
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}
