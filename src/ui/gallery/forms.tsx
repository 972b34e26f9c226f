import type { FormState, Problem } from '#platform/web/form-state.ts';
import { Checkbox, CheckboxGroup, FileField, RadioGroup, SelectField } from '../choices.tsx';
import { DateField, HiddenField, NumberField, TextArea, TextField, YenField } from '../fields.tsx';
import { FieldRows } from '../field-rows.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '../form.tsx';
import { Columns, Section } from '../layout.tsx';
import { Notice } from '../content.tsx';
import type { View } from '#platform/web/view.ts';

export const galleryProblems: readonly Problem[] = [
  { field: 'count', message: '件数は0以上の整数で入れてください' },
  { field: 'rating', message: '評価を選んでください' },
  { field: '', message: 'ほかの人が先に保存しました。内容を確かめてください' },
];
const state: FormState = {
  values: { title: '夜間の<電話>相談', count: '３千', pillars: ['b'], consent: '' },
  problems: galleryProblems,
};

const ratings = [
  { value: 'good', label: '順調' },
  { value: 'fair', label: '概ね順調', hint: '目標の8割から10割' },
  { value: 'late', label: 'やや遅れ' },
];
const pillars = [
  { value: 'a', label: '相談につながる' },
  { value: 'b', label: '暮らしを支える' },
  { value: 'c', label: '地域で見守る' },
];

export function GalleryForms({ view }: { view: View }) {
  return (
    <>
      <Section title="入力">
        <Columns
          aside={
            <Notice view={view}>
              <p>必要なことだけを聞きます。入れた内容は、直すところがあっても消えません。</p>
            </Notice>
          }
        >
          <GalleryForm view={view} state={state} />
        </Columns>
      </Section>
      <Section title="行を足していく入力">
        <Form action="#rows">
          <FieldRows
            view={view}
            state={state}
            list="ways"
            count={2}
            title="連絡方法"
            add="連絡方法の行を足す"
            ordered
            row={(_, name) => (
              <div class="cells">
                <SelectField view={view} name={name('kind')} label="種類" options={pillars} />
                <TextField view={view} name={name('value')} label="番号" />
              </div>
            )}
          />
          <CheckboxGroup view={view} name="days" label="曜日" options={pillars} spread="line" />
        </Form>
      </Section>
      <Section title="しぼり込み">
        <Form action="#search" method="get" inline label="事業をしぼり込む">
          <TextField view={view} name="q" label="ことば" type="search" />
          <SelectField
            view={view}
            name="bureau"
            label="局"
            empty="すべての局"
            options={[{ label: '本庁', options: [{ value: '1', label: '福祉子どもみらい局' }] }]}
          />
          <SubmitButton>しぼり込む</SubmitButton>
        </Form>
      </Section>
    </>
  );
}

function GalleryForm({ view, state: shown }: { view: View; state: FormState }) {
  const common = { view, state: shown };
  return (
    <Form action="#save" files>
      <HiddenField name="version" value={3} />
      <TextField
        {...common}
        name="title"
        label="事業の名前"
        hint="30文字までで、内容が分かる名前にします"
        required
      />
      <TextField
        {...common}
        name="mail"
        label="連絡先のメールアドレス"
        type="email"
        autocomplete="email"
        value="desk@example.jp"
      />
      <NumberField
        {...common}
        name="count"
        label="相談の件数"
        unit="件"
        required
        hint="令和6年4月から令和7年3月まで"
      />
      <YenField {...common} name="budget" label="当初予算" value="5398643" />
      <DateField {...common} name="from" label="始めた日" value="2024-04-01" />
      <SelectField {...common} name="category" label="区分" required options={pillars} />
      <RadioGroup {...common} name="rating" label="評価" required options={ratings} />
      <CheckboxGroup
        {...common}
        name="pillars"
        label="関わる柱"
        hint="いくつでも選べます"
        options={pillars}
        values={['a']}
      />
      <TextArea {...common} name="text" label="評価の説明" value={'1行目\n2行目'} />
      <FileField
        {...common}
        name="book"
        label="ブック"
        accept=".xlsx"
        stored="r6-fukushi.xlsx"
        hint="10MBまで"
      />
      <Checkbox {...common} name="consent" label="声を載せることに、本人の同意を得ています" required />
      <TextField {...common} name="locked" label="変えられない項目" value="R6-012" disabled width="short" />
      <Actions>
        <SubmitButton>提出する</SubmitButton>
        <SubmitButton kind="secondary" name="do" value="draft">
          下書きにする
        </SubmitButton>
        <ButtonLink href="#back" kind="quiet">
          もどる
        </ButtonLink>
      </Actions>
    </Form>
  );
}
