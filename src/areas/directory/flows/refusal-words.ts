import type { RefusalWords } from '#platform/web/refusals.ts';
import type { SaveRefusal } from '../navigator/actions.ts';

const named = (text: (facts: Readonly<Record<string, string | number>>) => string) => text;

export const refusals: RefusalWords<SaveRefusal | 'draft-there' | 'nothing-published'> = {
  ja: {
    'changed-meanwhile': 'ほかの人が下書きを変えました。いまの下書きを見てから、もう一度保存してください',
    'no-draft': '公開する下書きがありません',
    'draft-there': 'もう下書きがあります',
    'nothing-published': '公開中の案内がありません',
    'no-worries-asked': '困りごとを聞く質問がなくなります',
    twice: named(({ name }) => `「${name}」が二つあります`),
    'condition-unknown': named(({ name }) => `条件にある「${name}」は、どの質問の答えにもありません`),
    'table-unknown': named(({ code, where }) => `「${where}」の地域の表${code}がありません`),
    'no-last-desk': '窓口の決まりの最後は、条件のない決まりにしてください',
    'entry-unknown': named(({ code, where }) => `「${where}」の窓口「${code}」は登録されていません`),
    'entry-sealed': named(
      ({ code, where }) => `「${where}」の窓口「${code}」は秘匿されていて、案内できません`,
    ),
    'entry-withdrawn': named(({ code, where }) => `「${where}」の窓口「${code}」は公開されていません`),
    'municipality-without-desk': named(({ name }) => `${name}の人に、その地域の窓口がなくなります`),
    'answer-unknown': named(({ name, answer }) => `場面「${name}」の答え「${answer}」は、もう選べません`),
    'situation-without-desk': named(({ name }) => `場面「${name}」の窓口がなくなります`),
    'situation-elsewhere': named(
      ({ name, expected, found }) => `場面「${name}」が「${expected}」ではなく「${found}」に着きます`,
    ),
    'situation-crisis-missed': named(
      ({ name, crisis }) => `場面「${name}」で、待てないこと（${crisis}）を見落とします`,
    ),
  },
  en: {
    'changed-meanwhile': 'Somebody else changed the draft. Look at it as it is now, then save again',
    'no-draft': 'There is no draft to publish',
    'draft-there': 'There is a draft already',
    'nothing-published': 'No guide is public yet',
    'no-worries-asked': 'No question would ask for worries',
    twice: named(({ name }) => `“${name}” is there twice`),
    'condition-unknown': named(
      ({ name }) => `A condition names “${name}”, which no question can be answered with`,
    ),
    'table-unknown': named(({ code, where }) => `“${where}” names the table ${code}, which is not there`),
    'no-last-desk': 'The last rule of desks must have no condition',
    'entry-unknown': named(({ code, where }) => `“${where}” names the entry “${code}”, which is not there`),
    'entry-sealed': named(({ code, where }) => `“${where}” names the entry “${code}”, which is sealed`),
    'entry-withdrawn': named(
      ({ code, where }) => `“${where}” names the entry “${code}”, which is not public`,
    ),
    'municipality-without-desk': named(({ name }) => `People in ${name} would have no desk of their area`),
    'answer-unknown': named(
      ({ name, answer }) => `The situation “${name}” answers “${answer}”, which cannot be chosen any more`,
    ),
    'situation-without-desk': named(({ name }) => `The situation “${name}” would have no desk`),
    'situation-elsewhere': named(
      ({ name, expected, found }) => `The situation “${name}” would lead to “${found}”, not to “${expected}”`,
    ),
    'situation-crisis-missed': named(
      ({ name, crisis }) => `In the situation “${name}” what cannot wait (${crisis}) would be missed`,
    ),
  },
};
