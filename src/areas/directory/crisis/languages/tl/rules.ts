import type { LanguageSigns } from '../../signs/rules.ts';

export const tagalog: LanguageSigns = {
  words: {
    medical: [
      '{sobrang|maraming|madaming} {gamot|tableta}',
      '{overdose|na overdose|walang malay|hindi humihinga|di humihinga|nawalan ng malay|dumudugo}',
    ],
    suicide: [
      '{gusto|nais} {ko|kong|ko nang|ko ng|na kong|na ko|ko na|na lang} {mamatay|mawala|magpakamatay|ng mamatay|nang mamatay}',
      '{magpakamatay|magpapakamatay|nagpakamatay|pagpapakamatay|magbigti|maglaslas|naglalaslas}',
      '{ayoko|ayaw ko|ayaw} {na|nang|na ng|ng} {mabuhay|mag mabuhay}',
      '{hindi|di} ko na kaya',
      '{wakasan|tapusin} ang {buhay|lahat}',
      'sawa na {ako |}sa buhay',
      'sana {mamatay|patay} na {lang |}ako',
    ],
    violence: [
      '{sinasaktan|sinaktan|binubugbog|binugbog|bugbog|sinuntok|sinusuntok|sinampal|sinasampal|sinipa|sinasakal|sinakal|hinahampas}',
      '{papatayin|pinapatay|balak patayin|pinagbabantaan|binabantaan|tinatakot|karahasan|ikinulong|kinukulong|kinuha ang pasaporte|hawak ang pasaporte}',
      'takot {ako |na ako |}sa {asawa|mister|boyfriend|tatay|kanya}',
    ],
    sexual: ['{ginahasa|nirape|na rape|hinalay|minolestya|panggagahasa|hinipuan|pinilit makipagtalik}'],
    child: [
      '{inaabuso|inabuso|pang aabuso|pangaabuso|minamaltrato|pinapabayaan} ~ {bata|anak}',
      '{pang aabuso sa bata|inaabuso|inabuso|minamaltrato}',
      '{sinasaktan|binubugbog|pinapalo} {ang|ako ng|kami ng} {bata|anak|mga bata|tatay|nanay|magulang|papa|mama}',
    ],
    harm: ['{mapatay|makapatay|papatayin ko|masaktan} ko {siya|sila|ang anak|}'],
    shelter: [
      '{walang|wala akong|wala kaming|wala nang} {matutulugan|matirhan|matitirhan|matuluyan|tutuluyan|tirahan|bahay|mapuntahan|pupuntahan}',
      '{pinalayas|pinaalis|palaboy}',
      'natutulog {ako |kami |}sa {kalye|labas|kotse|parke|istasyon|kalsada}',
    ],
    food: [
      '{walang|wala akong|wala kaming|wala nang|wala na akong|wala na kaming} {pagkain|makain|makakain|kakainin|bigas|gatas|pambili ng pagkain}',
      '{gutom|nagugutom|gutom na gutom|kagutuman}',
      '{hindi|di} pa {ako |kami |}{kumakain|nakakain}',
    ],
  },
};
