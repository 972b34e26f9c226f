import { Checkbox, CheckboxGroup, SelectField } from '#ui/choices.tsx';
import { HiddenField, TextField } from '#ui/fields.tsx';
import { FieldRows } from '#ui/field-rows.tsx';
import { channelKinds } from '../../hours/hours.ts';
import { channelWords } from '../../hours/sentence-words.ts';
import { labels } from '../../descriptions/words.ts';
import { rowCount } from '#platform/web/typed.ts';
import { words } from '../words.ts';
import { type PartProps, termOptions } from './fields.tsx';

export function ContactPart({ view, state, content }: PartProps) {
  const t = words[view.lang];
  return (
    <>
      <p class="hint">{t.channelHint}</p>
      <FieldRows
        view={view}
        state={state}
        list="channels"
        count={rowCount(state.values, 'channels', content.channels.length)}
        title={t.channel}
        add={t.addChannel}
        ordered
        row={(at, name) => <ChannelRow view={view} state={state} content={content} at={at} name={name} />}
      />
      <p class="hint">{t.channelHoursLater}</p>
    </>
  );
}

function ChannelRow({
  view,
  state,
  content,
  at,
  name,
}: Pick<PartProps, 'view' | 'state' | 'content'> & { at: number; name: (field: string) => string }) {
  const t = words[view.lang];
  const stored = content.channels[at];
  const common = { view, state };
  const more = labels[view.lang];
  return (
    <>
      <RowId state={state} name={name('id')} stored={stored?.id} />
      <div class="cells">
        <SelectField
          {...common}
          name={name('kind')}
          label={t.channelKind}
          options={channelKinds.map((value) => ({ value, label: channelWords[view.lang][value] }))}
          value={stored?.kind}
        />
        <TextField {...common} name={name('value')} label={t.channelValue} value={stored?.value} />
        <TextField {...common} name={name('label.ja')} label={t.channelLabel} value={stored?.label.ja} />
        <TextField
          {...common}
          name={name('label.en')}
          label={more.inLang(t.channelLabel, more.langs['en'] ?? '')}
          value={stored?.label['en']}
        />
      </div>
      <Checkbox
        {...common}
        name={name('freeOfCharge')}
        label={t.freeOfCharge}
        checked={!!stored?.freeOfCharge}
      />
      <CheckboxGroup
        {...common}
        spread="columns"
        name={name('languages')}
        label={t.channelLanguages}
        options={termOptions(view, 'language')}
        values={stored?.languages ?? []}
      />
    </>
  );
}

/** Which stored row a row of the form is, whatever moved meanwhile. */
export function RowId({
  state,
  name,
  stored,
}: Pick<PartProps, 'state'> & { name: string; stored: string | undefined }) {
  const typed = state.values[name];
  return <HiddenField name={name} value={typeof typed === 'string' ? typed : (stored ?? '')} />;
}
