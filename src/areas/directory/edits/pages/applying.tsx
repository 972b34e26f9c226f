import { RadioGroup } from '#ui/choices.tsx';
import { TextField, YenField } from '#ui/fields.tsx';
import { FieldRows } from '#ui/field-rows.tsx';
import { labels } from '../../descriptions/words.ts';
import { rowCount } from '#platform/web/typed.ts';
import { words } from '../words.ts';
import { RowId } from './contact.tsx';
import { type PartProps, TranslatedFields } from './fields.tsx';

export function ApplyingPart(props: PartProps) {
  const { view, state, content } = props;
  const t = words[view.lang];
  const { fields: f, free, notFree } = labels[view.lang];
  const common = { view, state };
  return (
    <>
      <TranslatedFields
        {...common}
        name="application"
        label={f.application}
        value={content.application}
        rows={4}
      />
      <RadioGroup
        {...common}
        spread="line"
        name="costs.free"
        label={t.isFree}
        options={[
          { value: 'yes', label: free },
          { value: 'no', label: notFree },
        ]}
        value={content.costs.free ? 'yes' : 'no'}
      />
      <TranslatedFields
        {...common}
        name="costs.description"
        label={f.costs}
        hint={t.costsHint}
        value={content.costs.description}
        rows={2}
      />
      <CostRows {...props} />
      <DocumentRows {...props} />
    </>
  );
}

function CostRows({ view, state, content }: PartProps) {
  const t = words[view.lang];
  const common = { view, state };
  const stored = content.costs.options;
  return (
    <FieldRows
      {...common}
      list="costs.options"
      count={rowCount(state.values, 'costs.options', stored.length)}
      title={t.option}
      add={t.addOption}
      row={(at, name) => (
        <>
          <RowId state={state} name={name('id')} stored={stored[at]?.id} />
          <div class="cells">
            <TextField {...common} name={name('option')} label={t.optionName} value={stored[at]?.option} />
            <YenField {...common} name={name('amountYen')} label={t.amount} value={stored[at]?.amountYen} />
            <TextField
              {...common}
              name={name('description')}
              label={t.optionMore}
              value={stored[at]?.description}
            />
          </div>
        </>
      )}
    />
  );
}

function DocumentRows({ view, state, content }: PartProps) {
  const t = words[view.lang];
  const common = { view, state };
  const more = labels[view.lang];
  const stored = content.documents;
  return (
    <FieldRows
      {...common}
      list="documents"
      count={rowCount(state.values, 'documents', stored.length)}
      title={t.document}
      add={t.addDocument}
      row={(at, name) => (
        <>
          <RowId state={state} name={name('id')} stored={stored[at]?.id} />
          <div class="cells">
            <TextField
              {...common}
              name={name('name.ja')}
              label={t.documentName}
              value={stored[at]?.name.ja}
            />
            <TextField
              {...common}
              name={name('name.en')}
              label={more.inLang(t.documentName, more.langs['en'] ?? '')}
              value={stored[at]?.name['en']}
            />
            <TextField
              {...common}
              name={name('url')}
              type="url"
              label={t.documentUrl}
              value={stored[at]?.url}
            />
          </div>
        </>
      )}
    />
  );
}
