import type { Text } from '#platform/i18n.ts';
import type { Details, Field, Kind, KindDefinition, Option } from './fields.ts';

const option = (value: string, ja: string, en: string): Option => ({ value, label: { ja, en } });
const always = () => true;

const times: Field = {
  code: 'times',
  type: 'line',
  max: 200,
  label: { ja: '曜日や時間', en: 'Days and times' },
  hint: { ja: '例：平日の10時から16時', en: 'For example: weekdays from 10 to 16' },
};

const isFood = (details: Details) => details['category'] === 'food';

/** The five kinds as data: forms, checks and pages read this table and know no kind by name. */
export const kindTable: Readonly<Record<Kind, KindDefinition>> = {
  money: {
    name: { ja: '資金', en: 'Money' },
    example: { ja: '寄附、協賛金など', en: 'Donations, sponsorship' },
    quantity: { label: { ja: '金額', en: 'Amount' }, units: [option('yen', '円', 'yen')] },
    fields: [
      {
        code: 'form',
        type: 'choice',
        required: always,
        label: { ja: '資金の種類', en: 'Form' },
        options: [
          option('donation', '寄附', 'Donation'),
          option('sponsorship', '協賛', 'Sponsorship'),
          option('sales', '売上の一部', 'A share of sales'),
        ],
      },
      {
        code: 'use',
        type: 'line',
        max: 300,
        required: always,
        label: { ja: '使い道', en: 'What it is for' },
      },
    ],
  },
  goods: {
    name: { ja: '物品・食品', en: 'Goods and food' },
    example: { ja: '食品、日用品、家具など', en: 'Food, daily goods, furniture' },
    quantity: {
      label: { ja: '数量', en: 'Quantity' },
      units: [
        option('kg', 'kg', 'kg'),
        option('box', '箱', 'boxes'),
        option('meal', '食', 'meals'),
        option('piece', '個', 'pieces'),
        option('bag', '袋', 'bags'),
        option('bottle', '本', 'bottles'),
        option('set', '組', 'sets'),
        option('unit', '台', 'units'),
      ],
    },
    fields: [
      {
        code: 'category',
        type: 'choice',
        required: always,
        label: { ja: '品目', en: 'What' },
        options: [
          option('food', '食品', 'Food'),
          option('daily', '日用品・衛生用品', 'Daily and hygiene goods'),
          option('clothes', '衣類', 'Clothes'),
          option('furniture', '家具', 'Furniture'),
          option('appliance', '家電', 'Appliances'),
          option('books', '本・学用品', 'Books and school things'),
          option('other', 'その他', 'Other'),
        ],
      },
      {
        code: 'useBy',
        type: 'day',
        side: 'offer',
        required: isFood,
        label: { ja: '賞味期限・消費期限', en: 'Use by' },
        hint: {
          ja: '食品のときに必ず書きます。過ぎると自動で終わります',
          en: 'Needed for food. The offer ends with it',
        },
      },
      {
        code: 'storage',
        type: 'choice',
        side: 'offer',
        required: isFood,
        label: { ja: '保管のしかた', en: 'Storage' },
        options: [
          option('room', '常温', 'Room temperature'),
          option('cool', '冷蔵', 'Refrigerated'),
          option('frozen', '冷凍', 'Frozen'),
        ],
      },
      {
        code: 'allergens',
        type: 'line',
        max: 200,
        side: 'offer',
        label: { ja: 'アレルギー表示', en: 'Allergens' },
      },
      {
        code: 'handover',
        type: 'choice',
        required: always,
        label: { ja: '受け渡し', en: 'Hand-over' },
        options: [
          option('pick-up', '取りに行く', 'Pick-up'),
          option('delivery', '届ける', 'Delivery'),
          option('either', 'どちらでも', 'Either'),
        ],
      },
      {
        code: 'pickUpTimes',
        type: 'line',
        max: 200,
        required: (details) => details['handover'] !== 'delivery',
        label: { ja: '受け渡しの曜日と時間', en: 'When it can be picked up' },
        hint: times.hint as Text,
      },
      {
        code: 'pickUpPlace',
        type: 'line',
        max: 200,
        required: (details) => details['handover'] !== 'delivery',
        label: { ja: '受け渡しの場所', en: 'Where it can be picked up' },
      },
    ],
  },
  place: {
    name: { ja: '場所', en: 'Places' },
    example: { ja: '会議室、調理場、倉庫など', en: 'Rooms, kitchens, storage' },
    quantity: {
      label: { ja: '入れる人数', en: 'How many people' },
      units: [option('person', '人', 'people')],
    },
    fields: [
      {
        code: 'equipment',
        type: 'choices',
        label: { ja: '設備', en: 'Equipment' },
        options: [
          option('kitchen', '調理場', 'Kitchen'),
          option('step-free', '段差なし', 'Step-free'),
          option('toilet', 'だれでも使えるトイレ', 'Accessible toilet'),
          option('wifi', 'Wi-Fi', 'Wi-Fi'),
          option('parking', '駐車場', 'Parking'),
          option('storage', '倉庫', 'Storage'),
        ],
      },
      { ...times, required: always },
      {
        code: 'fee',
        type: 'number',
        max: 1_000_000,
        side: 'offer',
        label: { ja: '一回の使用料（円）', en: 'Fee each time (yen)' },
      },
    ],
  },
  skills: {
    name: { ja: '人手・専門の力', en: 'People and skills' },
    example: { ja: 'ボランティア、プロボノ、運転など', en: 'Volunteers, pro bono work, driving' },
    quantity: { label: { ja: '人数', en: 'How many people' }, units: [option('person', '人', 'people')] },
    fields: [
      {
        code: 'skills',
        type: 'choices',
        required: always,
        label: { ja: '力を貸すこと', en: 'What they do' },
        options: [
          option('teaching', '学習支援', 'Teaching'),
          option('cooking', '調理', 'Cooking'),
          option('driving', '運転・配達', 'Driving and delivery'),
          option('care', '見守り・話し相手', 'Company'),
          option('it', 'IT', 'IT'),
          option('design', 'デザイン・広報', 'Design and publicity'),
          option('law', '法律', 'Law'),
          option('accounting', '会計・労務', 'Accounting and labour'),
          option('translation', '通訳・翻訳', 'Translation'),
          option('other', 'その他', 'Other'),
        ],
      },
      {
        code: 'mode',
        type: 'choice',
        required: always,
        label: { ja: '方法', en: 'How' },
        options: [
          option('on-site', '会場で', 'On site'),
          option('online', 'オンラインで', 'Online'),
          option('either', 'どちらでも', 'Either'),
        ],
      },
      times,
    ],
  },
  'work-training': {
    name: { ja: '就労訓練の場', en: 'Work training' },
    example: { ja: '軽作業、清掃、事務補助など', en: 'Light work, cleaning, office help' },
    quantity: {
      label: { ja: '受け入れる人数', en: 'How many trainees' },
      units: [option('person', '人', 'people')],
    },
    fields: [
      { code: 'tasks', type: 'line', max: 300, required: always, label: { ja: '仕事の内容', en: 'Tasks' } },
      {
        code: 'daysPerWeek',
        type: 'number',
        max: 7,
        required: always,
        label: { ja: '週の日数', en: 'Days a week' },
      },
      {
        code: 'hoursPerDay',
        type: 'number',
        max: 12,
        required: always,
        label: { ja: '一日の時間', en: 'Hours a day' },
      },
      { code: 'support', type: 'line', max: 300, label: { ja: '職場での支え', en: 'Support at work' } },
    ],
  },
};

export function kindOf(code: string): KindDefinition {
  const found = kindTable[code as Kind];
  if (!found) throw new Error(`no kind ${code}`);
  return found;
}

/** The fields that are asked on a side. */
export function fieldsOf(kind: string, side: string): readonly Field[] {
  return kindOf(kind).fields.filter((field) => field.side === undefined || field.side === side);
}
