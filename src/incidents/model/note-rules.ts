import type { Words } from './note.ts';

/** The rules that a note is held to, and what each demands, as the end of a sentence that begins with "A note …". */
export const NOTE_RULES = {
  beginning: {
    en: 'begins with what is disturbed, or with the work that is planned',
    id: 'diawali dengan gangguannya, atau dengan pekerjaan yang direncanakan',
  },
  characters: {
    en: 'holds no character that hides or turns its words, and no look-alike letter of another script',
    id: 'tidak memuat karakter yang menyembunyikan atau membalik kata, atau huruf mirip dari aksara lain',
  },
  checklist: {
    en: 'has its post-incident checklist where the incident was grave',
    id: 'dilengkapi daftar periksa pascainsiden bila insidennya berat',
  },
  contact: {
    en: 'holds no e-mail address, telephone number, identity number or bank account of a person',
    id: 'tidak memuat alamat surel, nomor telepon, nomor identitas, atau rekening bank seseorang',
  },
  correction: {
    en: 'has a correction for each published fact that changed',
    id: 'disertai koreksi untuk setiap fakta terbit yang berubah',
  },
  example: {
    en: 'tells of what happened, and is not the example of the guide',
    id: 'menceritakan yang benar-benar terjadi, bukan contoh dari panduan',
  },
  'corrected-words': {
    en: 'quotes in each correction the words that were wrong',
    id: 'mengutip kata-kata yang keliru dalam setiap koreksi',
  },
  facts: {
    en: 'names a system, components, a severity and a playbook that exist',
    id: 'menyebut sistem, komponen, tingkat keparahan, dan playbook yang ada',
  },
  'file-date': {
    en: 'has a file named after the day it began, or the day after',
    id: 'disimpan dalam berkas yang dinamai menurut tanggal mulainya, atau sehari sesudahnya',
  },
  form: {
    en: 'can be read as a note',
    id: 'ditulis sesuai format',
  },
  image: {
    en: 'shows only images that every reader can open: PNG, JPEG or WebP, at most 1 MB',
    id: 'hanya menampilkan gambar yang dapat dibuka setiap pembaca: PNG, JPEG, atau WebP, paling besar 1 MB',
  },
  'image-metadata': {
    en: 'shows no image that carries hidden data, such as where it was taken',
    id: 'tidak menampilkan gambar yang membawa data tersembunyi, misalnya tempat pengambilannya',
  },
  'image-pair': {
    en: 'shows as many images in one language as in the other',
    id: 'menampilkan gambar yang sama banyak dalam kedua bahasa',
  },
  language: {
    en: 'has each text in its own language',
    id: 'memuat setiap teks dalam bahasanya sendiri',
  },
  late: {
    en: 'says why where it comes long after what it tells of',
    id: 'menyebut alasannya bila terbit lama setelah kejadiannya',
  },
  link: {
    en: 'has links that lead somewhere safe, and images that are there',
    id: 'memuat tautan yang aman dan gambar yang tersedia',
  },
  numbers: {
    en: 'has the same figures in both languages',
    id: 'memuat angka yang sama dalam kedua bahasa',
  },
  place: {
    en: 'stands directly in the folder of its kind, where notes are read',
    id: 'disimpan langsung di folder jenisnya, tempat catatan dibaca',
  },
  'private-key': {
    en: 'holds no private key and no seed phrase',
    id: 'tidak memuat kunci privat atau frasa pemulihan',
  },
  promise: {
    en: 'promises no result, profit or return',
    id: 'tidak menjanjikan hasil, keuntungan, atau imbal hasil',
  },
  published: {
    en: 'stays as it was published',
    id: 'tetap seperti saat diterbitkan',
  },
  'published-image': {
    en: 'keeps every image that was published as it was',
    id: 'mempertahankan setiap gambar yang sudah diterbitkan sebagaimana adanya',
  },
  'published-update': {
    en: 'keeps every update that was published',
    id: 'mempertahankan setiap pembaruan yang sudah diterbitkan',
  },
  renamed: {
    en: 'keeps the name of its file once it was published',
    id: 'mempertahankan nama berkasnya sejak diterbitkan',
  },
  secret: {
    en: 'holds no password, token or other secret',
    id: 'tidak memuat kata sandi, token, atau rahasia lain',
  },
  times: {
    en: 'has its times in order, fitting its status and not in the future',
    id: 'memuat waktu yang berurutan, sesuai dengan statusnya, dan tidak di masa depan',
  },
  title: {
    en: 'has a title that fits into a list, of at most 120 characters',
    id: 'memuat judul yang cukup pendek untuk daftar, paling panjang 120 karakter',
  },
  unfilled: {
    en: 'has every marked place filled in',
    id: 'tidak menyisakan tempat bertanda yang belum diisi',
  },
  wallet: {
    en: 'holds no address of a personal wallet',
    id: 'tidak memuat alamat dompet pribadi',
  },
  window: {
    en: 'calls off only windows that there are',
    id: 'hanya membatalkan jendela pemeliharaan yang ada',
  },
  withdrawn: {
    en: 'is withdrawn for good, with the role of who did so and the reason',
    id: 'ditarik untuk seterusnya, dengan menyebut peran yang menariknya dan alasannya',
  },
} as const satisfies Readonly<Record<string, Words>>;
export type NoteRule = keyof typeof NOTE_RULES;

/** What a rule demands; null for one that is not known any more. */
export function demandOf(rule: string): Words | null {
  return Object.hasOwn(NOTE_RULES, rule) ? NOTE_RULES[rule as NoteRule] : null;
}
