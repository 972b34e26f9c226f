import type { LanguageSigns } from '../../signs/rules.ts';

export const indonesian: LanguageSigns = {
  words: {
    medical: [
      '{overdosis|pingsan|tidak bernapas|tidak bernafas|tak sadar|tidak sadar|tidak sadarkan diri|berdarah terus|minum racun}',
      '{minum|menelan} {obat terlalu banyak|terlalu banyak obat|banyak obat|obat banyak|semua obat}',
    ],
    suicide: [
      '{ingin|mau|pengen|pengin|lebih baik} {mati|menghilang|hilang saja}',
      '{bunuh diri|membunuh diri|menyakiti diri|melukai diri|gantung diri|menyayat|surat bunuh}',
      '{tidak|gak|nggak|enggak|tak} {ingin|mau|sanggup|kuat} {hidup|lagi|hidup lagi}',
      '{mengakhiri|akhiri} {hidup|semuanya|hidupku}',
      'capek hidup',
    ],
    violence: [
      '{dipukul|dipukuli|ditendang|ditampar|dicekik|dianiaya|disiksa|diancam|dikurung|disekap|dibuntuti|kdrt|kekerasan}*',
      '{memukul|pukul|menampar|menendang|mencekik|mengancam|menyiksa|membunuh} {saya|aku|kami}',
      '{akan|mau|ingin|ancam} {dibunuh|membunuh saya|bunuh saya}',
      'takut {sama |pada |dengan |}{suami|pacar|ayah|bapak|pulang}',
      '{paspor} {saya |}{diambil|ditahan}',
    ],
    sexual: [
      '{diperkosa|perkosa|pemerkosaan|pelecehan|dilecehkan|kekerasan seksual|dipaksa melayani|dicabuli}*',
    ],
    child: [
      '{kekerasan|penganiayaan|penelantaran} {pada |terhadap |}anak',
      '{memukul|pukul|menyiksa|membentak|menelantarkan} {anak|bayi}*',
      'anak {saya |itu |}{dipukul|dipukuli|disiksa|ditelantarkan}',
      '{ayah|bapak|ibu|papa|mama|orang tua} {saya |}{memukul|menyiksa|mengurung} {saya|aku}',
    ],
    harm: ['{ingin|mau|bisa} {membunuh|menyakiti} {dia|orang|anak|suami|istri}*'],
    shelter: [
      '{tidak|gak|nggak|tak} {punya|ada} {tempat|rumah} {tidur|tinggal|untuk tidur|untuk tinggal|menginap|}',
      '{tunawisma|gelandangan|diusir}',
      'tidur di {jalan|jalanan|luar|mobil|taman|stasiun}',
    ],
    food: [
      '{tidak|gak|nggak|tak} {punya|ada} {makanan|makan|uang untuk makan|uang makan|beras|susu|apa apa untuk dimakan}',
      '{tidak|gak|nggak|tak} bisa makan',
      'belum {makan|makan apa apa}',
      '{lapar|kelaparan}*',
    ],
  },
};
