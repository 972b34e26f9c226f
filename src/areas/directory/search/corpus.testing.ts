import { type Database } from '#platform/database/database.ts';
import { system } from '#platform/access.ts';
import type { Hours } from '../hours/hours.ts';
import { saveMunicipalities } from '../municipalities/actions.ts';
import { exampleLocation, granted, makeOwner, makeService } from '../services/fixtures.ts';
import type { ServiceContent } from '../services/content.ts';
import { examplePlaces } from './fixtures.ts';

const weekdays: Hours = {
  rules: [{ days: [1, 2, 3, 4, 5], opens: '09:00', closes: '17:00' }],
  publicHolidays: 'closed',
  closures: [],
  exceptions: [],
};
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const hoursNamed: Readonly<Record<string, Hours>> = {
  evenings: {
    ...weekdays,
    rules: [{ days: everyDay, opens: '17:00', closes: '24:00' }],
    publicHolidays: 'same',
  },
  always: { ...weekdays, alwaysOpen: true },
};

/** A small directory in which every way of looking has a right answer: code, kind, name, reading, summary, worries, and what is special. */
const lines = `
  rent-benefit | scheme | 住居確保給付金 | ジュウキョカクホキュウフキン | 離職などで住まいを失うおそれのある方に、家賃にあたる額を支給します | rent_loan housing |
  moving-aid | scheme | 新生活応援事業 | シンセイカツオウエンジギョウ | 家具や家電を買うお金の半分を補助します | housing income |
  public-assistance | scheme | 生活保護 | セイカツホゴ | 生活に困っているすべての方のための制度です | income |
  small-loan | scheme | 生活福祉資金（緊急小口資金） | セイカツフクシシキン | 当座のお金を無利子で貸し付けます | income debt |
  water-relief | scheme | 水道料金の減免 | スイドウリョウキンノゲンメン | 基本料金を安くします | tax_utility |
  school-aid | scheme | 就学援助 | シュウガクエンジョ | 給食費や学用品の費用を援助します | childcare income |
  wings | scheme | 若者未来応援事業 | ワカモノミライオウエンジギョウ | 一人で歩き出す若者の費用を支えます | income childcare | also=つばさプロジェクト
  yokosuka-desk | desk | 横須賀くらし相談窓口 | ヨコスカクラシソウダンマドグチ | お金や仕事、住まいの困りごとを一緒に考えます | income rent_loan job_search no_food | for=14201 at=14201
  yokohama-desk | desk | 横浜くらし相談窓口 | ヨコハマクラシソウダンマドグチ | お金や仕事、住まいの困りごとを一緒に考えます | income rent_loan job_search no_food | for=14100 at=14104
  prefecture-desk | desk | 県くらし相談窓口 | ケンクラシソウダンマドグチ | 町村にお住まいの方の困りごとを一緒に考えます | income rent_loan job_search no_food | for=14382 at=14382
  life-line | desk | いのちのほっとライン | イノチノホットライン | 死にたいほどつらい気持ちを、LINEで聞きます | health community | hours=evenings
  mind-line | desk | こころの電話相談 | ココロノデンワソウダン | こころの不調や眠れない夜の相談を受けます | health | hours=always
  violence-desk | desk | 女性相談支援センター | ジョセイソウダンシエンセンター | 配偶者や恋人からの暴力に悩む方の安全を一緒に考えます | violence family | hours=evenings
  children-desk | desk | 子ども家庭110番 | コドモカテイヒャクトオバン | 子どもと家族の悩み、虐待の心配を聞きます | childcare violence |
  single-parents | desk | ひとり親家庭相談ダイヤル | ヒトリオヤカテイソウダンダイヤル | 養育費や手当、くらしの相談 | childcare income |
  young-carers | desk | ヤングケアラー相談LINE | ヤングケアラーソウダンライン | 家族の世話をしている子ども・若者のための窓口 | childcare eldercare |
  multilingual | desk | 多言語支援センター | タゲンゴシエンセンター | 外国語で医療や子育ての相談ができます | other health childcare | speaks=en,zh,ne,vi,es
  nepali-desk | desk | みなと国際相談 | ミナトコクサイソウダン | くらしの手続を母語で手伝います | other income | for=14201 at=14201 speaks=ne,id
  hikikomori-desk | desk | ひきこもり地域支援センター | ヒキコモリチイキシエンセンター | ひきこもりや不登校の方と家族の相談 | hikikomori |
  labour-desk | desk | かながわ労働センター | カナガワロウドウセンター | 解雇、賃金、いじめなど働く人の相談 | job_trouble | at=14104
  hello-work | desk | ハローワーク横須賀 | ハローワークヨコスカ | 仕事の紹介と雇用保険 | job_search | for=14201 at=14201
  youth-station | desk | 若者サポートステーション | ワカモノサポートステーション | 働くことに踏み出したい15歳から49歳の方へ | job_search hikikomori |
  debt-desk | desk | 多重債務相談 | タジュウサイムソウダン | 弁護士が返済の方法を一緒に考えます | debt |
  consumer | desk | 消費生活センター | ショウヒセイカツセンター | 契約や悪質商法の相談 | other |
  care-yokosuka | desk | 横須賀地域包括支援センター | ヨコスカチイキホウカツシエンセンター | 介護と認知症の相談 | eldercare | for=14201 at=14201
  housing-support | group | すまい支援の会 | スマイシエンノカイ | 入居を断られた方の部屋探しを手伝います | housing |
  shelter-open | group | あかり緊急宿泊 | アカリキンキュウシュクハク | 今夜泊まる場所のない方の一時宿泊 | housing | hours=always
  foodbank | group | フードバンクみなと | フードバンクミナト | お米や缶詰を届けます | no_food |
  takasaki | group | 髙﨑記念会 | タカサキキネンカイ | 遺児の進学を支えます | childcare |
  pantry-yokosuka | place | しおかぜフードパントリー | シオカゼフードパントリー | 第2土曜に食料を配ります | no_food | for=14201 at=14201
  kids-yokosuka | place | うみべ子ども食堂 | ウミベコドモショクドウ | 夕ご飯をみんなで食べます | no_food childcare | for=14201 at=14201 hours=evenings
  kids-zushi | place | なぎさ子ども食堂 | ナギサコドモショクドウ | 月に二度の夕ご飯 | no_food childcare | for=14208 at=14208
  kids-hakone | place | やまびこ子ども食堂 | ヤマビココドモショクドウ | 月に一度の昼ご飯 | no_food childcare | for=14382 at=14382
  free-space | place | フリースペースぽかぽか | フリースペースポカポカ | 話さなくても過ごせる居場所 | hikikomori community | for=14213 at=14213
  study-room | place | まなび広場 | マナビヒロバ | 無料の学習支援 | childcare | for=14100 at=14106
  dementia-cafe | place | オレンジカフェひだまり | オレンジカフェヒダマリ | 認知症の方と家族の集まり | eldercare community | for=14150 at=14151
  salon | place | ご近所サロン | ゴキンジョサロン | お茶を飲みながら話せます | community | for=14207 at=14207
  ended | scheme | 旧・特別給付金 | キュウトクベツキュウフキン | 終了した給付金 | income | status=defunct`;

interface Line {
  readonly code: string;
  readonly name: string;
  readonly kana: string;
  readonly ended: boolean;
  readonly content: Partial<ServiceContent>;
}

export const corpus: readonly Line[] = lines.trim().split('\n').map(lineOf);

function lineOf(line: string): Line {
  const [code = '', kind, name = '', kana = '', summary = '', topics = '', special = ''] = line
    .split('|')
    .map((part) => part.trim());
  const said = new Map(special.split(' ').map((each) => each.split('=') as [string, string]));
  const [at, area, status] = [said.get('at'), said.get('for'), said.get('status')];
  return {
    code,
    name,
    kana,
    ended: status === 'defunct',
    content: {
      kind: kind as ServiceContent['kind'],
      status: (status ?? 'active') as ServiceContent['status'],
      name: { ja: name },
      nameKana: kana,
      alternateName: said.get('also') ?? '',
      summary: { ja: summary },
      description: { ja: '' },
      topics: topics.split(' '),
      areas: area ? [area] : [],
      hours: hoursNamed[said.get('hours') ?? ''] ?? weekdays,
      languages: (said.get('speaks')?.split(',') ?? []).map((spoken) => ({
        id: crypto.randomUUID(),
        code: spoken,
        note: '',
      })),
      locations: at ? [exampleLocation({ municipality: at, name: '' })] : [],
    },
  };
}

/** Publishes the corpus, by one organisation, in the example municipalities; answers which entry an id is. */
export async function publishCorpus(db: Database, now: Date): Promise<(id: string) => string> {
  granted(await saveMunicipalities(db, system('test'), examplePlaces, now));
  const organisationId = await makeOwner(db, { nameJa: 'みほん県社会福祉協議会' });
  const codes = new Map<string, string>();
  for (const { code, content } of corpus) {
    const { serviceId } = await makeService(db, { organisationId, code, now, content });
    codes.set(serviceId, code);
  }
  return (id) => codes.get(id) ?? id;
}
