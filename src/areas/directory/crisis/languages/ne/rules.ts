import type { LanguageSigns } from '../../signs/rules.ts';

/** In Devanagari, and as it is typed with Latin letters. */
export const nepali: LanguageSigns = {
  run: {
    medical: ['{धेरैऔषधि|धेरैऔषधी|औषधिधेरै|औषधीधेरै|विषखा|होशछैन|बेहोस|सासफेर्न|सासछैन|रगतरोकि}'],
    suicide: [
      '{मर्न}{मन|चाह|खोज|पाए|मनलाग}',
      '{आत्महत्या|आत्मघात|झुण्डिएर|झुन्डिएर|ज्यानफाल|ज्यानदिन|मरौं|मरौँ|मरिदिन|मरिजा}',
      '{बाँच्न|बाच्न|जिउन}{मनछैन|मनलाग्दैन|चाहन्न|चाहँदिन|सक्दिन|गाह्रो}',
      '{हराउनमन|जीवनसकाउन|बाँच्नुकोअर्थ}',
    ],
    violence: [
      '{कुट्छ|कुट्नु|कुटे|कुटपिट|कुटाइ|पिट्छ|पिटे|पिटाइ|हान्छ|लात्ति|घाँटीथिच|घाँटिथिच}',
      '{मार्छु|मार्नेधम्की|मार्नखोज|मारिदिन्छ|धम्की|हिंसा|घरेलुहिंसा|चक्कु|बन्धक|थुने|पासपोर्टखोस|पीछागर|पिछागर}',
      '{श्रीमान|श्रीमान्|बुबा|केटासाथी}{सँग|देखि|संग}डर',
    ],
    sexual: ['{बलात्कार|यौनहिंसा|यौनदुर्व्यवहार|यौनशोषण|जबरजस्तीकर|जबर्जस्तीकर}'],
    child: ['{बालदुर्व्यवहार|बालशोषण|बच्चालाईकुट|बच्चालाईपिट|छोरालाईकुट|छोरीलाईकुट|बुबालेकुट|आमालेकुट|बाबुलेकुट}'],
    harm: ['{मार्नमन|मारिदिन्छुजस्तो|मार्छुहोला}'],
    shelter: [
      '{सुत्ने|बस्ने|जाने|रात बिताउने|बास}{ठाउँ|ठाउ|घर|बस्ने|}{छैन|पाइन}',
      '{घरबारविहीन|घरछैन|घरबाटनिकाल|कोठाबाटनिकाल|निकालिदि|सडकमासुत|बाहिरसुत|पार्कमासुत|गाडीमासुत}',
    ],
    food: [
      '{खाना|खानेकुरा|खाने|चामल|दूध|दुध|खानेचिज}{केही|केहि|किन्ने पैसा|}{छैन|सकिय|पाएकोछैन|सकियो}',
      '{भोक|भोको|भोकै|केहीखाएको|केहिखाएको|खाएकोछैन|खानपाएको}',
    ],
  },
  words: {
    suicide: [
      '{marna|marnu} {man|mann|chahanchu|chahanxu|chahan|paye}*',
      '{aatmahatya|atmahatya|aatmahattya}',
      '{bachna|bachhna|banchna|jiuna} {man chaina|man xaina|chahanna|sakdina|man lagdaina}',
    ],
    violence: ['{kutcha|kutchha|kutxa|kutpit|pitcha|pitxa|marcha|marxa|hinsa|dhamki}*'],
    sexual: ['balatkar*'],
    shelter: ['{sutne|basne|jane} {thau|thaun|thaau|ghar} {chaina|xaina|chhaina}'],
    food: [
      '{khana|khanekura|khane kura|chamal|dudh} {kehi |}{chaina|xaina|chhaina}',
      '{bhok|bhoko|bhokai}*',
      'khaeko {chaina|xaina|chhaina}',
    ],
  },
};
