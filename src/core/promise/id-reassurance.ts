import { type Term, term } from './term.ts';

const MONEY =
  '(?:uang|dana|modal|saldo|aset|tabungan|simpanan|deposit|kekayaan|investasi|token|koin)(?:nya|mu|ku)?';
const PEOPLE =
  '(?:anda|kalian|kami|kita|pengguna|anggota|peserta|pemegang|nasabah|investor|siapa\\s*pun|orang)';
const SAFE = '(?:aman|terlindungi|terlindung|terjaga|selamat|diasuransikan)';
const ALL = '(?:semua|seluruh|segala|setiap)(?:nya)?';
/** Up to some words of the same clause, none of which denies it or says where something was put. */
const NEAR = (most: number) =>
  `(?:\\s+(?!(?:tidak|tak|belum|bukan|tanpa|ke|di|dari|untuk|oleh|dengan|pada|secara|dalam|lebih|agar|supaya)\\b)[\\w%-]+){0,${most}}`;
const NOT = '(?:(?:tidak|tak)\\s+(?:akan|bakal|mungkin|bisa|dapat)|takkan)';
const SOON =
  '(?:(?:malam|hari|pagi|siang|sore|minggu|pekan)\\s+ini|besok|segera|nanti|lusa|dalam\\s+\\w+|sebelum\\s+\\w+|pukul\\s+\\d+|pada\\s+\\w+)';

/** What Indonesian says to calm people about their money, when nobody can know it yet. */
export const INDONESIAN_REASSURANCES: readonly Term[] = [
  term(
    'safety',
    `\\b${MONEY}${NEAR(4)}\\s+${SAFE}\\b(?:\\s+(?:\\d+\\s?%|sepenuhnya|seluruhnya))?`,
    `\\b(?:apakah|jika|bila|apabila|kalau|setelah|sampai|hingga)\\s+(?:[\\w-]+\\s+){0,6}?${SAFE}\\b`,
  ),
  term(
    'safety',
    `\\b(?:pastikan|memastikan|dipastikan|yakinkan|meyakinkan)\\s+(?:anda\\s+)?(?:bahwa\\s+)?(?:${ALL}\\s+)?(?:${MONEY}|pembayaran|distribusi|penarikan)\\b(?:\\s+[\\w-]+){0,4}?\\s+(?:${SAFE}|kembali|cair|utuh|dibayar(?:kan)?|bertambah|tumbuh|naik|diganti|pulih|diterima|hilang)\\b`,
  ),
  term('safety', `\\b${SAFE}\\s+100\\s?%`),
  term('risk', `\\b${MONEY}${NEAR(3)}\\s+${NOT}\\s+(?:pernah\\s+)?(?:hilang|lenyap|berkurang|habis)\\b`),
  term(
    'risk',
    `\\b(?:${NOT}|tidak\\s+ada\\s+(?:\\w+\\s+){0,2}?(?:yang\\s+)?(?:akan\\s+|bakal\\s+|bisa\\s+|dapat\\s+)?)\\s*(?:pernah\\s+)?(?:rugi|merugi|dirugikan)\\b`,
  ),
  term(
    'risk',
    `\\b${PEOPLE}\\s+${NOT}\\s+(?:pernah\\s+)?kehilangan\\s+(?:${MONEY}|apa\\s*pun|sepeser|satu)\\b|\\btidak\\s+ada\\s+(?:${MONEY}|sepeser\\s*pun)\\s+(?:\\w+\\s+)?(?:yang\\s+)?(?:akan|bakal)\\s+hilang\\b`,
  ),
  term(
    'refund',
    `\\b(?:akan|bakal|siap|segera)\\s+(?:mengganti|menanggung|menutup|membayar)\\s+(?:${ALL}\\s+)?(?:kerugian|rugi)\\b`,
  ),
  term(
    'refund',
    `\\b(?:akan|bakal|siap|segera)\\s+(?:\\w+\\s+)?(?:mengganti|mengembalikan|menanggung|membayar(?:kan)?|melunasi)\\s+${ALL}\\s+(?:\\w+\\s+)?(?:kerugian|${MONEY}|${PEOPLE}|pembayaran)\\b`,
  ),
  term(
    'refund',
    `\\b(?:(?:${ALL}\\s+)?kerugian|${ALL}\\s+(?:${MONEY}|pembayaran|${PEOPLE}))${NEAR(3)}\\s+akan\\s+(?:segera\\s+)?(?:diganti|dikembalikan|dibayar(?:kan)?|dilunasi|ditanggung)\\b`,
  ),
  term(
    'refund',
    `\\bmodal\\s+(?:\\w+\\s+)?kembali\\b|\\b(?:uang|dana|saldo)\\s+(?:\\w+\\s+)?(?:akan|pasti)\\s+kembali\\b(?!\\s+(?:dapat|bisa|tersedia|tercatat|ditampilkan|diproses))`,
  ),
  term(
    'recovery',
    `\\b(?:semua(?:nya)?|segalanya)\\s+(?:\\w+\\s+)?akan\\s+(?:\\w+\\s+){0,2}?(?:normal|pulih|baik-baik\\s+saja|beres|selesai)\\b`,
  ),
  term('recovery', `\\bakan\\s+(?:\\w+\\s+)?(?:normal\\s+kembali|kembali\\s+normal|normal|pulih)\\s+${SOON}`),
];
