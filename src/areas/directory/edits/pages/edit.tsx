import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { contentIn } from '#platform/i18n.ts';
import { Notice } from '#ui/content.tsx';
import { HiddenField, TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs, Tabs } from '#ui/wayfinding.tsx';
import type { Difference } from '../../descriptions/compare.ts';
import { type Part, parts } from '../../descriptions/parts.ts';
import { labels } from '../../descriptions/words.ts';
import { channelWords } from '../../hours/sentence-words.ts';
import type { Municipality } from '../../municipalities/store.ts';
import { staffDirectoryPaths } from '../../paths.ts';
import type { Channel, ServiceContent } from '../../services/content.ts';
import { directoryTrail } from '../../trail.ts';
import { hoursWords } from '../hours-words.ts';
import { words } from '../words.ts';
import { AccessPart } from './access.tsx';
import { ApplyingPart } from './applying.tsx';
import { AudiencePart } from './audience.tsx';
import { BasicsPart } from './basics.tsx';
import { ContactPart } from './contact.tsx';
import type { PartProps } from './fields.tsx';
import { HoursFields } from './hours.tsx';
import { PlacesPart } from './places.tsx';

interface EditProps {
  readonly view: View;
  readonly state: FormState;
  readonly part: Part;
  readonly service: { readonly id: string; readonly version: number; readonly content: ServiceContent };
  readonly municipalities: readonly Municipality[];
  /** Whose hours these are, where they are not the entry's. */
  readonly channel?: Channel | undefined;
  /** What somebody else changed meanwhile in the same place, and the version that it is now. */
  readonly conflict?: { readonly version: number; readonly differences: readonly Difference[] } | undefined;
}

export function EditPage(props: EditProps) {
  const { view, state, part, service, channel } = props;
  const t = words[view.lang];
  const { id } = service;
  const partLabel = channel ? channelTitle(view, channel) : labels[view.lang].parts[part];
  const title = t.edit(partLabel);
  const name = contentIn(view.lang, service.content.name);
  const back = view.href(staffDirectoryPaths.service.to({ id }));
  return (
    <StaffFrame view={view} title={`${title} ${name}`} problems={state.problems}>
      <PageHead
        title={title}
        kicker={name}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[...directoryTrail(view), { href: back, label: name }]}
            current={title}
          />
        }
      />
      <PartTabs view={view} id={id} current={part} />
      {props.conflict && <Conflict {...props} conflict={props.conflict} back={back} />}
      {part === 'hours' && <ChannelHours view={view} service={service} current={channel?.id} />}
      <Form action={view.href(actionOf(props))} label={title}>
        {/* Enter in a field presses the first button of a form: it has to be this one. */}
        <button type="submit" class="vh" tabindex={-1} aria-hidden="true" />
        <HiddenField name="version" value={seenVersion(props)} />
        {props.conflict && <HiddenField name="over" value={props.conflict.version} />}
        {channel && <HiddenField name="channel" value={channel.id} />}
        <PartFields {...props} />
        <TextField
          view={view}
          state={state}
          name="note"
          label={t.note}
          hint={t.noteHint}
          maxlength={300}
          width="full"
        />
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
          <ButtonLink kind="quiet" href={back}>
            {t.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </StaffFrame>
  );
}

/** The version that somebody began from, also when the form comes back. */
function seenVersion({ state, service }: EditProps): string | number {
  const typed = state.values['version'];
  return typeof typed === 'string' && typed !== '' ? typed : service.version;
}

function actionOf({ part, service: { id }, channel }: EditProps): string {
  return channel
    ? staffDirectoryPaths.channelHours.to({ id, channel: channel.id })
    : staffDirectoryPaths.part.to({ id, part });
}

export function PartTabs({ view, id, current }: { view: View; id: string; current?: Part }) {
  const t = labels[view.lang].parts;
  return (
    <Tabs
      label={words[view.lang].partsOf}
      items={parts.map((part) => ({
        href: view.href(staffDirectoryPaths.part.to({ id, part })),
        label: t[part],
        current: part === current,
      }))}
    />
  );
}

/** The fields of one part, without a form around them. */
export function PartFields({ part, channel, ...props }: EditProps) {
  const { content } = props.service;
  const fields: PartProps = { ...props, content };
  if (part === 'hours')
    return (
      <HoursFields view={props.view} state={props.state} hours={channel ? channel.hours : content.hours} />
    );
  const Fields = partFields[part];
  return <Fields {...fields} />;
}

const partFields = {
  basics: BasicsPart,
  audience: AudiencePart,
  contact: ContactPart,
  places: PlacesPart,
  applying: ApplyingPart,
  access: AccessPart,
} as const;

function channelTitle(view: View, { kind, value }: Channel): string {
  return hoursWords[view.lang].ofChannel([channelWords[view.lang][kind], value].filter(Boolean).join(' '));
}

/** The hours of the whole, and of each way of contact that may have its own. */
function ChannelHours({
  view,
  service: { id, content },
  current,
}: Pick<EditProps, 'view' | 'service'> & { current: string | undefined }) {
  const t = hoursWords[view.lang];
  if (content.channels.length === 0) return null;
  return (
    <>
      <Tabs
        label={t.channels}
        items={[
          {
            href: view.href(staffDirectoryPaths.part.to({ id, part: 'hours' })),
            label: t.ofEntry,
            current: current === undefined,
          },
          ...content.channels.map((channel) => ({
            href: view.href(staffDirectoryPaths.channelHours.to({ id, channel: channel.id })),
            label: `${[channelWords[view.lang][channel.kind], channel.value].filter(Boolean).join(' ')}（${channel.hours ? t.own : t.same}）`,
            current: channel.id === current,
          })),
        ]}
      />
      {current !== undefined && <p class="hint">{t.ofChannelLead}</p>}
    </>
  );
}

/** Both sides, field by field; nothing that was typed is lost. */
function Conflict({
  view,
  conflict,
  back,
}: Pick<EditProps, 'view'> & { conflict: NonNullable<EditProps['conflict']>; back: string }) {
  const t = words[view.lang];
  return (
    <Notice view={view} tone="warn" title={t.conflictTitle}>
      <p>{t.conflictLead}</p>
      <DataTable
        view={view}
        caption={t.bothSides}
        captionHidden
        stacked
        columns={[
          { key: 'label', label: t.field, head: true },
          { key: 'theirs', label: t.theirs },
          { key: 'mine', label: t.mine },
        ]}
        rows={conflict.differences.map(({ label, before, after }) => ({
          label,
          theirs: <span class="typed">{before}</span>,
          mine: <span class="typed">{after}</span>,
        }))}
      />
      <p>
        <a href={back}>{t.takeTheirs}</a>
      </p>
    </Notice>
  );
}
