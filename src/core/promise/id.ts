import { INDONESIAN_REASSURANCES } from './id-reassurance.ts';
import { type Denial, type Term, term } from './term.ts';

const PERCENT = '\\d+(?:[.,]\\d+)?\\s?(?:%|persen)';
const MONEY = '(?:uang|modal|dana|investasi|aset|token|tabungan|saldo)';

export const INDONESIAN_TERMS: readonly Term[] = [
  term(
    'guarantee',
    '\\b(?:janji(?:-janji)?|berjanji|menjanjikan|dijanjikan|janjikan)(?:nya)?\\b',
    '\\bjanji\\s+temu\\b|\\b(?:pembaruan|snapshot|waktu|jadwal|kabar)\\s+(?:\\w+\\s+)?yang\\s+(?:\\w+\\s+)?dijanjikan\\b',
  ),
  term(
    'guarantee',
    '\\b(?:jaminan|menjamin|dijamin|terjamin|jamin|menggaransi|bergaransi|garansi)(?:nya)?\\b',
    '\\bjaminan\\s+(?:mutu|kualitas|konsistensi|pengiriman|urutan)\\b',
  ),
  term(
    'profit',
    '\\b(?:(?:keuntungan|laba|cuan|profit|profitabilitas)(?:nya|mu)?|untung|menguntungkan|diuntungkan)\\b',
    '\\bnon-profit\\b',
  ),
  term('return', '\\b(?:imbal|bagi)\\s+hasil(?:nya)?\\b|\\bhasil\\s+(?:investasi|pasti|tetap)\\b'),
  term(
    'return',
    '\\bpengembalian\\s+(?:finansial|investasi|modal|hasil|keuntungan)\\b|\\btingkat\\s+pengembalian\\b' +
      `|\\bpengembalian\\s+(?:sebesar\\s+|hingga\\s+)?${PERCENT}|\\bbalik\\s+modal\\b`,
  ),
  term(
    'return',
    `\\breturn\\s+(?:tinggi|investasi|tetap|pasti|hingga|sebesar|bulanan|harian|tahunan|${PERCENT})`,
  ),
  term(
    'income',
    '\\b(?:penghasilan|pendapatan)\\s+(?:pasif|tambahan|tetap|pasti|pribadi|anda|kalian|bulanan\\s+anda|harian\\s+anda)\\b' +
      '|\\bpassive\\s+income\\b|\\bdividen\\b',
  ),
  term('income', `\\bbunga\\s+(?:sebesar\\s+|hingga\\s+)?${PERCENT}|\\bkebebasan\\s+finansial\\b`),
  term(
    'income',
    `\\b(?:melipatgandakan|gandakan|menggandakan|lipatgandakan)\\s+(?:\\w+\\s+)?${MONEY}\\b` +
      '|\\bcepat\\s+kaya\\b|\\bkaya\\s+(?:raya|mendadak)\\b|\\bberlipat\\s+ganda\\b',
  ),
  term(
    'price',
    '\\b(?:harga|nilai|tpc|token)(?:nya)?\\s+(?:\\w+\\s+)?(?:akan|pasti|bakal)\\s+(?:\\w+\\s+)?' +
      '(?:naik|meningkat|bertambah|melonjak|terbang|pulih)\\b',
    '\\bnilai\\s+(?:ambang|batas|maksimum|minimum)\\b[^.]*',
  ),
  term(
    'price',
    '\\bbeli\\s+sekarang\\b|\\binvestasi(?:kan)?\\s+sekarang\\b|\\b(?:peluang|kesempatan)\\s+(?:emas\\s+)?(?:ber)?investasi\\b' +
      '|\\b(?:saat|waktu)(?:nya)?\\s+(?:yang\\s+)?tepat\\s+untuk\\s+(?:membeli|berinvestasi)\\b',
  ),
  term(
    'guarantee',
    '\\bpasti\\s+(?:naik|cair|kembali|dibayar|dibayarkan|berhasil|sukses|diterima)\\b|\\bpasti\\s+(?:\\w+\\s+)?aman\\b',
  ),
  term('risk', '\\b(?:tanpa|bebas|nol)\\s+risiko\\b|\\btidak\\s+(?:akan\\s+)?(?:mungkin\\s+)?rugi\\b'),
  term('risk', '\\b100\\s?%\\s+aman\\b|\\b(?:sepenuhnya|selalu|benar-benar|sangat)\\s+aman\\b'),
  term(
    'recurrence',
    '\\btidak\\s+akan\\s+(?:pernah\\s+)?(?:terulang|berulang|terjadi\\s+lagi)\\b|\\btakkan\\s+terulang\\b',
  ),
  term(
    'recurrence',
    '\\bketersediaan\\s+100\\s?%',
    '\\b(?:dengan|tercatat|mencapai)\\s+ketersediaan\\s+100\\s?%',
  ),
  ...INDONESIAN_REASSURANCES,
];

export const INDONESIAN_DENIAL: Denial = {
  negators: /^(?:tidak|tak|bukan|bukanlah|tanpa|tiada|jangan)$/iu,
  bridges: new Set(
    (
      'ada adanya akan dapat bisa boleh pernah sebuah suatu segala bentuk apa pun apapun dalam atas tentang mengenai ' +
      'terhadap berupa bahwa ini itu hal yang untuk dan atau maupun serta sebagai ' +
      'janji jaminan pernyataan klaim indikasi finansial pribadi hasil berarti merupakan adalah ' +
      'menjanjikan menjamin memberikan memberi menyatakan menawarkan mengandung mengklaim membuat dibaca ' +
      'dimaksudkan dianggap ditafsirkan diartikan kami anda mendapat menerima memperoleh memastikan mengatakan'
    ).split(' '),
  ),
  denies: new Set('dijanjikan dijamin ditawarkan dinyatakan tersirat diberikan dijaminkan'.split(' ')),
  mention: /\b(?:kata|istilah|frasa)\b/iu,
};
