import {
  Card,
  DefinitionList,
  Disclosure,
  EmptyState,
  Notice,
  Quote,
  StatFigure,
  StatusTag,
  Tag,
} from '../content.tsx';
import { ActionForm, ButtonLink, MoveButtons } from '../form.tsx';
import { Columns, Grid, Prose, Row, Section, TypedText } from '../layout.tsx';
import type { View } from '#platform/web/view.ts';

export function GalleryContent({ view }: { view: View }) {
  return (
    <>
      <Section title="数字" lead="大きな数字には単位と昨年度の値を添えます。">
        <Grid min="small">
          <StatFigure view={view} label="相談の件数" value={10482} unit="件" previous={9121} />
          <StatFigure
            view={view}
            label="つながった人（実人数）"
            value={742}
            unit="人"
            previous={689}
            note="年度内に初めて支援につながった人"
          />
          <StatFigure view={view} label="開いた居場所" value={38} unit="か所" />
          <StatFigure view={view} label="予算" value="17億1,097万" unit="円" />
        </Grid>
      </Section>
      <GalleryTags view={view} />
      <GalleryCards />
      <GalleryNotices view={view} />
      <Section title="文章と声">
        <Columns
          aside={
            <DefinitionList
              items={[
                { term: '担当', value: '生活支援課（例）' },
                { term: '対象', value: '住まいに困っている人' },
                { term: '始めた年度', value: '令和5年度' },
              ]}
            />
          }
        >
          <Prose>
            <p>
              夜間の電話に加えて、文字での相談を始めました。声を出せない場所からでも相談できるようになり、これまで届かなかった人とつながっています。
            </p>
            <Quote role="相談を利用した人（30代）">
              どこに話せばよいか分からなかったけれど、ここで話を聞いてもらえました。
            </Quote>
          </Prose>
        </Columns>
        <TypedText text={'入力された文は、改行だけを残して\nそのまま見せます。<b>太字</b>にはなりません。'} />
        <Disclosure summary="この数字の数え方">
          <p>同じ人が同じ日に続けて相談したときは、1件と数えます。</p>
        </Disclosure>
      </Section>
    </>
  );
}

function GalleryTags({ view }: { view: View }) {
  return (
    <Section title="札とボタン">
      <Row>
        <Tag>継続</Tag>
        <Tag tone="info">新規</Tag>
        <Tag tone="warn">例示</Tag>
        <StatusTag tone="good">順調</StatusTag>
        <StatusTag tone="info">概ね順調</StatusTag>
        <StatusTag tone="warn">やや遅れ</StatusTag>
        <StatusTag tone="bad">遅れ</StatusTag>
        <StatusTag tone="neutral">未提出</StatusTag>
      </Row>
      <Row>
        <ButtonLink href="#a">報告を読む</ButtonLink>
        <ButtonLink href="#b" kind="secondary">
          CSVを受け取る
        </ButtonLink>
        <ActionForm action="#c" fields={{ version: 1 }} kind="danger">
          公表を取り消す
        </ActionForm>
        <ButtonLink href="#d" kind="quiet">
          やめる
        </ButtonLink>
        <ButtonLink href="#e" kind="secondary" small>
          小さなボタン
        </ButtonLink>
        <MoveButtons view={view} action="#f" name="夜の相談" first={false} last={false} />
      </Row>
    </Section>
  );
}

function GalleryCards() {
  return (
    <Section title="カード">
      <Grid>
        <Card title="困難な問題を抱える女性等への支援" href="#w" tags={<Tag tone="info">4事業</Tag>}>
          <p>住まいと暮らしの立て直し、総合相談窓口</p>
        </Card>
        <Card title="孤独・孤立に陥っている方への支援" href="#x">
          <p>入口となるサイト、実態調査、支える人の研修</p>
        </Card>
        <Card title="くらしの自立相談" tone="good" tags={<StatusTag tone="good">受付中</StatusTag>}>
          <p>17時15分まで／電話・来所</p>
          <Row>
            <ButtonLink href="#tel">電話 0120-000-000</ButtonLink>
            <ButtonLink href="#more" kind="secondary">
              くわしく
            </ButtonLink>
          </Row>
        </Card>
      </Grid>
    </Section>
  );
}

function GalleryNotices({ view }: { view: View }) {
  return (
    <Section title="お知らせの箱">
      <Notice view={view}>
        <p>この報告は、令和7年7月31日に公表した版です。</p>
      </Notice>
      <Notice view={view} tone="good">
        <p>提出しました。事務局が確認します。</p>
      </Notice>
      <Notice view={view} tone="warn" title="締切まであと3日です">
        <p>2つの事業の実績がまだ入っていません。</p>
      </Notice>
      <Notice view={view} tone="bad" title="いのちの危険があるとき">
        <p>
          <a href="#110">110</a>または<a href="#119">119</a>へ。
        </p>
      </Notice>
      <EmptyState title="まだ事業がありません">
        <ButtonLink href="#new">事業を登録する</ButtonLink>
      </EmptyState>
    </Section>
  );
}
