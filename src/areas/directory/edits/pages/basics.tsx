import { Checkbox, CheckboxGroup, SelectField } from '#ui/choices.tsx';
import { DateField, TextArea, TextField } from '#ui/fields.tsx';
import { labels } from '../../descriptions/words.ts';
import { serviceStatuses } from '../../services/content.ts';
import { words } from '../words.ts';
import { type PartProps, termOptions, TranslatedFields } from './fields.tsx';

type Props = Pick<PartProps, 'view' | 'state' | 'content'>;

export function BasicsPart(props: Props) {
  return (
    <>
      <Naming {...props} />
      <Filing {...props} />
      <Facts {...props} />
    </>
  );
}

/** What it is called and what it says of itself. */
function Naming({ view, state, content }: Props) {
  const t = words[view.lang];
  const { fields: f } = labels[view.lang];
  const common = { view, state };
  return (
    <>
      <SelectField
        {...common}
        name="kind"
        label={f.kind}
        options={termOptions(view, 'kind')}
        value={content.kind}
        empty={false}
      />
      <TranslatedFields
        {...common}
        name="name"
        label={f.name}
        hint={t.nameHint}
        value={content.name}
        required
      />
      <TextField
        {...common}
        name="nameKana"
        label={f.nameKana}
        hint={t.kanaHint}
        value={content.nameKana}
        width="full"
      />
      <TextField
        {...common}
        name="alternateName"
        label={f.alternateName}
        hint={t.alternateHint}
        value={content.alternateName}
        width="full"
      />
      <TranslatedFields
        {...common}
        name="summary"
        label={f.summary}
        hint={t.summaryHint}
        value={content.summary}
        rows={2}
      />
      <TranslatedFields
        {...common}
        name="description"
        label={f.description}
        hint={t.descriptionHint}
        value={content.description}
        rows={6}
      />
    </>
  );
}

/** Where more is said, whether it runs, and what it rests on. */
function Facts({ view, state, content }: Props) {
  const t = words[view.lang];
  const { fields: f, status } = labels[view.lang];
  const common = { view, state };
  const wide = { ...common, width: 'full' } as const;
  return (
    <>
      <TextField
        {...wide}
        name="website"
        type="url"
        label={f.website}
        hint={t.websiteHint}
        value={content.website}
      />
      <TextField {...common} name="email" type="email" label={f.email} value={content.email} />
      <SelectField
        {...common}
        name="status"
        label={f.status}
        options={serviceStatuses.map((value) => ({ value, label: status[value] }))}
        value={content.status}
        empty={false}
      />
      {content.kind === 'scheme' && (
        <>
          <DateField {...common} name="openFrom" label={f.openFrom} value={content.openFrom} />
          <DateField {...common} name="openUntil" label={f.openUntil} value={content.openUntil} />
        </>
      )}
      <TextField {...wide} name="legalBasis" label={f.legalBasis} value={content.legalBasis} />
      <TextField
        {...wide}
        name="sourceUrl"
        type="url"
        label={f.sourceUrl}
        hint={t.sourceHint}
        value={content.sourceUrl}
      />
      <Checkbox {...common} name="illustrative" label={t.illustrativeLabel} checked={content.illustrative} />
    </>
  );
}

/** Under which words the entry is found. */
function Filing({ view, state, content }: Props) {
  const t = words[view.lang];
  const { fields: f } = labels[view.lang];
  const common = { view, state, spread: 'columns' } as const;
  return (
    <>
      <CheckboxGroup
        {...common}
        name="topics"
        label={f.topics}
        hint={t.topicsHint}
        options={termOptions(view, 'worry')}
        values={content.topics}
      />
      <CheckboxGroup
        {...common}
        name="serviceTypes"
        label={f.serviceTypes}
        options={termOptions(view, 'service-type')}
        values={content.serviceTypes}
      />
      {(content.kind === 'place' || content.placeTypes.length > 0) && (
        <CheckboxGroup
          {...common}
          name="placeTypes"
          label={f.placeTypes}
          options={termOptions(view, 'place-type')}
          values={content.placeTypes}
        />
      )}
      <TextArea
        view={view}
        state={state}
        name="keywords"
        label={f.keywords}
        hint={t.keywordsHint}
        value={content.keywords.join('、')}
        rows={2}
      />
    </>
  );
}
