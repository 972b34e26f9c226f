import type { LanguageSigns } from '../../signs/rules.ts';

/** Without accents, as many type: « tự tử » is « tu tu », and so is « từ từ » (slowly), which is found as well. */
export const vietnamese: LanguageSigns = {
  words: {
    medical: [
      '{uong|nuot} {qua nhieu|rat nhieu|nhieu|ca vi|het} thuoc',
      '{thuoc|dung thuoc} qua lieu',
      '{qua lieu|bat tinh|ngung tho|khong tho|mat y thuc|chay mau nhieu}',
    ],
    suicide: [
      '{muon|chi muon|uoc gi} {chet|duoc chet}',
      '{tu tu|tu sat|tu van|quyen sinh|ket lieu}',
      '{khong|chang|ko|k} {muon|con muon|thiet} song',
      '{chan song|khong the song|song khong noi|song de lam gi|muon bien mat|cat co tay|rach tay|nhay lau|treo co}',
    ],
    violence: [
      '{danh|dam|da|tat|bop co|chem|hanh ha} {toi|em|minh|chau|me}',
      'bi {chong|vo|bo|me|cha|anh|ban trai|nguoi yeu|chu|sep} danh',
      '{bi danh|danh dap|bao hanh|bao luc|bao luc gia dinh|doa giet|doa danh|de doa|bop co|giam giu|nhot|theo doi|giu ho chieu|lay ho chieu}',
      '{giet|muon giet|se giet} {toi|em|minh|chau}',
      'so {chong|ban trai|bo} {toi|em|minh|}',
    ],
    sexual: [
      '{hiep dam|cuong hiep|xam hai|quay roi tinh duc|lam dung tinh duc|tan cong tinh duc|ep ban dam}',
    ],
    child: [
      '{bao hanh tre|bao hanh con|danh con|danh tre|nguoc dai|bo roi con|xam hai tre}',
      '{bo|me|cha|duong} {danh|nhot|bo doi} {con|em|chau}',
    ],
    harm: ['{muon giet|giet nguoi|lam hai con|danh chet}'],
    shelter: [
      '{khong|chang|ko|k} co {cho|noi|nha} {ngu|o|de o|de ngu|de di|}',
      '{vo gia cu|bi duoi|duoi ra khoi|ngu ngoai|ngu duong|ngu trong xe|ngu cong vien|mat nha|khong nha}',
    ],
    food: [
      '{khong|chang|ko|k} {co|con} {gi an|gi de an|do an|thuc an|com|gao|com an|sua|tien an|tien mua do an}',
      '{chua|khong} {an|duoc an} gi',
      '{doi bung|doi qua|doi lam|nhin doi|nhin an|chet doi|bi doi|het gao|het do an|het tien an}',
    ],
  },
};
