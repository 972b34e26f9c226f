import { describe, expect, test } from 'vitest';
import { emptyForm, type FormState } from '#platform/web/form-state.ts';
import { Checkbox, CheckboxGroup, RadioGroup, SelectField } from './choices.tsx';
import { NumberField, TextArea, TextField } from './fields.tsx';
import { StaffFrame } from './frame.tsx';
import { htmlOf, viewForTests } from './testing/view.ts';

const view = viewForTests();
const options = [
  { value: 'a', label: '甲' },
  { value: 'b', label: '乙' },
];
const typed: FormState = {
  values: { title: '"夜間" <相談>', text: '\n1行目', choice: 'b', many: ['a', 'b'], none: '' },
  problems: [
    { field: 'title', message: '30文字までにしてください' },
    { field: 'choice', message: '選んでください' },
  ],
};

describe('a form that comes back', () => {
  test('keeps what was typed instead of what is stored, and escapes it', () => {
    const html = htmlOf(<TextField view={view} state={typed} name="title" label="名前" value="古い名前" />);
    expect(html).toContain('value="&quot;夜間&quot; &lt;相談&gt;"');
    expect(html).not.toContain('古い名前');
  });

  test('keeps a field that was emptied empty', () => {
    const html = htmlOf(<TextField view={view} state={typed} name="none" label="名前" value="古い名前" />);
    expect(html).not.toContain('古い名前');
  });

  test('keeps a line break at the beginning of a text', () => {
    expect(htmlOf(<TextArea view={view} state={typed} name="text" label="文" />)).toContain(
      '>\n\n1行目</textarea>',
    );
  });

  test('keeps what was chosen, one or many', () => {
    const select = htmlOf(
      <SelectField view={view} state={typed} name="choice" label="区分" options={options} value="a" />,
    );
    expect(select).toMatch(/<option value="b" selected/);
    expect(select).not.toMatch(/<option value="a" selected/);
    const boxes = htmlOf(
      <CheckboxGroup view={view} state={typed} name="many" label="柱" options={options} />,
    );
    expect(boxes.match(/ checked/g)).toHaveLength(2);
    expect(boxes).toContain('name="many[]"');
  });

  test('keeps a box that was emptied empty, though it was chosen before', () => {
    const group = (
      <CheckboxGroup view={view} state={typed} name="other" label="柱" options={options} values={['a']} />
    );
    expect(htmlOf(group)).not.toContain(' checked');
    expect(htmlOf(<Checkbox view={view} state={typed} name="consent" label="同意" checked />)).not.toContain(
      ' checked',
    );
  });

  test('says at the field what is wrong, tied to it', () => {
    const html = htmlOf(<TextField view={view} state={typed} name="title" label="名前" hint="短く" />);
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('aria-describedby="f-title-hint f-title-problem"');
    expect(html).toMatch(/id="f-title-problem"><span class="vh">エラー：<\/span>30文字までにしてください/);
  });

  test('says in the title that there is an error, and links each problem to its field', () => {
    const html = htmlOf(
      <StaffFrame
        view={view}
        title="事業の登録"
        problems={[...typed.problems, { field: '', message: '保存できません' }]}
      >
        <TextField view={view} state={typed} name="title" label="名前" />
        <RadioGroup view={view} state={typed} name="choice" label="評価" options={options} />
      </StaffFrame>,
    );
    expect(html).toContain('<title>エラー：事業の登録｜くらしの相談</title>');
    expect(html).toContain('3か所を直してください');
    expect(html).toContain('<li>保存できません</li>');
    for (const [, id] of html.matchAll(/<a href="#(f-[^"]+)"/g)) expect(html).toContain(`id="${id}"`);
  });
});

test('a form that nobody has filled shows what is stored', () => {
  expect(
    htmlOf(<TextField view={view} state={emptyForm} name="title" label="名前" value="今の名前" />),
  ).toContain('今の名前');
  expect(htmlOf(<Checkbox view={view} state={emptyForm} name="consent" label="同意" checked />)).toContain(
    ' checked',
  );
});

test('a number is read with its unit and typed on a number pad', () => {
  const html = htmlOf(<NumberField view={view} name="count" label="件数" unit="件" value={0} />);
  expect(html).toContain('inputmode="numeric"');
  expect(html).toContain('value="0"');
  expect(html).toContain('aria-describedby="f-count-unit"');
  expect(html).toContain('<span id="f-count-unit">件</span>');
});

test('in English the words of the kit are English', () => {
  const html = htmlOf(
    <TextField view={viewForTests({ lang: 'en' })} state={typed} name="title" label="Name" required />,
  );
  expect(html).toContain('required</span>');
  expect(html).toContain('Error: ');
});
