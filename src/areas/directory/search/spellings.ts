/** Facts of the Japanese script, compared alike in what is stored and in what is typed. Whoever adds here counts `format` up. */

/** 旧字体 and variants of kanji, each followed by the form that is compared. */
const letters = `
  亞亜惡悪壓圧圍囲爲為醫医壹壱隱隠榮栄營営衞衛驛駅圓円鹽塩緣縁艷艶應応歐欧毆殴櫻桜奧奥橫横溫温穩穏假仮價価畫画會会壞壊懷懐繪絵擴拡殼殻
  覺覚學学嶽岳樂楽勸勧卷巻寬寛歡歓罐缶觀観關関陷陥顏顔歸帰氣気龜亀僞偽戲戯犧犠舊旧據拠擧挙虛虚峽峡挾挟敎教强強狹狭鄕郷堯尭曉暁區区
  驅駆勳勲薰薫羣群徑径惠恵揭掲攜携溪渓經経繼継莖茎螢蛍輕軽鷄鶏藝芸擊撃缺欠儉倹劍剣圈圏檢検權権獻献硏研縣県險険顯顕驗験嚴厳廣広恆恒
  黃黄國国黑黒碎砕濟済齋斎劑剤册冊雜雑參参慘惨棧桟蠶蚕贊賛殘残絲糸齒歯兒児辭辞濕湿實実舍舎寫写釋釈壽寿收収從従澁渋獸獣縱縦肅粛處処
  緖緒敍叙奬奨將将燒焼稱称證証乘乗剩剰壤壌孃嬢條条淨浄狀状疊畳讓譲釀醸囑嘱觸触寢寝愼慎晉晋眞真盡尽圖図粹粋醉酔隨随髓髄數数樞枢瀨瀬
  聲声靑青靜静齊斉攝摂竊窃專専戰戦淺浅潛潜纖繊踐践錢銭禪禅雙双壯壮搜捜插挿爭争總総聰聡莊荘裝装騷騒增増臟臓藏蔵屬属續続墮堕體体對対
  帶帯滯滞臺台瀧滝擇択澤沢單単擔担膽胆團団彈弾斷断癡痴遲遅晝昼蟲虫鑄鋳廳庁聽聴敕勅鎭鎮遞逓鐵鉄轉転點点傳伝黨党盜盗燈灯當当鬪闘德徳
  獨独讀読屆届繩縄貳弐惱悩腦脳霸覇廢廃拜拝賣売麥麦發発髮髪拔抜蠻蛮祕秘濱浜濵浜甁瓶拂払佛仏變変邊辺邉辺辯弁瓣弁辨弁舖舗穗穂寶宝襃褒
  豐豊沒没飜翻槇槙每毎滿満默黙餠餅彌弥藥薬譯訳豫予餘余與与譽誉搖揺樣様謠謡遙遥來来賴頼亂乱覽覧龍竜兩両獵猟綠緑壘塁勵励禮礼靈霊齡齢
  戀恋爐炉勞労樓楼郞郎錄録灣湾亙亘髙高﨑崎嵜崎碕崎𠮷吉嶋島嶌島峯峰冨富舘館渕淵檜桧曾曽頰頬剝剥塡填𠮟叱篭籠薮藪鷗鴎蘆芦卽即旣既槪概
  內内吳呉戶戸步歩淚涙逹達曆暦歷歴鍊錬產産說説銳鋭絕絶脫脱稅税悅悦閱閲顚顛淸清凖準萬万彥彦晚晩橫横歲歳瘦痩硏研祿禄稻稲穀穀`;

export const oldLetters: ReadonlyMap<string, string> = pairs(letters.replace(/\s+/g, ''));

/**
 * One line for each word: its spellings, the first of which is compared. What stands in parentheses may be missing: 申(し)込(み).
 * The compared form is in kana where people write the word in kana, so that its reading finds it as well.
 */
const lines = `
  こども、子供、子ども
  ひきこもり、引(き)こもり、引(き)籠(も)り
  すまい、住(ま)い
  くらし、暮(ら)し
  ごはん、ご飯、御飯
  たべもの、食べ物、食べもの、たべ物
  おかね、お金、御金
  こまりごと、困り事、困りごと
  ひとり、一人、独り
  ふたり、二人
  こそだて、子育て
  いばしょ、居場所
  こわい、怖い、恐い
  つらい、辛い
  さびしい、寂しい、淋しい、さみしい
  くるしい、苦しい
  なやみ、悩み
  しごと、仕事
  あかちゃん、赤ちゃん、赤ん坊
  おとな、大人
  けが、怪我
  うつ、鬱
  はたらく、働く
  はたらけ、働け
  はらえ、払え
  しにた、死にた
  きえた、消えた
  たすけて、助けて
  にげ、逃げ
  なぐ、殴
  いじめ、苛め、虐め
  とじこも、閉じこも、閉じ籠
  けんか、喧嘩
  やめ、辞め
  なくし、失くし、無くし
  なくな、無くな
  できな、出来な
  わから、分から、解ら、判ら
  ない、無い
  ほしい、欲しい
  たべ、食べ
  つかれ、疲れ
  ねむれ、眠れ
  さがし、探し
  さがす、探す
  あさごはん、朝ご飯
  ばんごはん、晩ご飯、晩御飯
  障害、障がい、障碍、しょうがい
  申込、申(し)込み、申し込
  受付、受(け)付け、受け付
  支払、支払い
  引越、引(っ)越し、引っ越
  問合、問(い)合(わ)せ、問い合
  取組、取(り)組み、取り組
  手続、手続き
  届出、届け出
  見守、見守り
  貸付、貸(し)付け、貸し付
  立退、立(ち)退き、立ち退
  追出、追い出
  借入、借(り)入れ、借り入
  差押、差(し)押(さ)え、差し押さ
  取立、取(り)立て、取り立
  値上、値上げ、値上が
  仕送、仕送り
  炊出、炊(き)出し、炊き出
  寝泊、寝泊(ま)り
  付添、付(き)添い、付き添
  雇止、雇(い)止め
  呼出、呼(び)出し
  割引、割(り)引き
  繰上、繰(り)上げ
  打切、打(ち)切り、打ち切
  後払、後払い
  前借、前借り
  年寄、年寄り
  身寄、身寄り
  茅け崎、茅が崎
  保土け谷、保土が谷`;

export const spellings: readonly (readonly string[])[] = lines
  .trim()
  .split('\n')
  .map((line) => line.trim().split('、').flatMap(expand));

/** `申(し)込(み)` → 申込, 申込み, 申し込, 申し込み. */
function expand(notation: string): readonly string[] {
  const optional = /\(([^)]*)\)/.exec(notation);
  if (!optional) return [notation];
  const [before, after] = [
    notation.slice(0, optional.index),
    notation.slice(optional.index + optional[0].length),
  ];
  return [...expand(before + after), ...expand(before + optional[1] + after)];
}

function pairs(text: string): ReadonlyMap<string, string> {
  const each = [...text];
  return new Map(each.flatMap((old, at) => (at % 2 === 0 ? [[old, each[at + 1] ?? old]] : [])));
}
