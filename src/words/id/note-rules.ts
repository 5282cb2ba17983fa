import type { noteRules as english } from '../en/note-rules.ts';
import type { Translation } from '../message.ts';

export const noteRules = {
  'rule.beginning': 'diawali dengan gangguannya, atau dengan pekerjaan yang direncanakan',
  'rule.characters':
    'tidak memuat karakter yang menyembunyikan atau membalik kata, atau huruf mirip dari aksara lain',
  'rule.checklist': 'dilengkapi daftar periksa pascainsiden bila insidennya berat',
  'rule.contact': 'tidak memuat alamat surel, nomor telepon, nomor identitas, atau rekening bank seseorang',
  'rule.correction': 'disertai koreksi untuk setiap fakta terbit yang berubah',
  'rule.example': 'menceritakan yang benar-benar terjadi, bukan contoh dari panduan',
  'rule.corrected-words': 'mengutip kata-kata yang keliru dalam setiap koreksi',
  'rule.facts': 'menyebut sistem, komponen, tingkat keparahan, dan playbook yang ada',
  'rule.file-date': 'disimpan dalam berkas yang dinamai menurut tanggal mulainya, atau sehari sesudahnya',
  'rule.form': 'ditulis sesuai format',
  'rule.image':
    'hanya menampilkan gambar yang dapat dibuka setiap pembaca: PNG, JPEG, atau WebP, paling besar 1 MB',
  'rule.image-metadata':
    'tidak menampilkan gambar yang membawa data tersembunyi, misalnya tempat pengambilannya',
  'rule.image-pair': 'menampilkan gambar yang sama banyak dalam kedua bahasa',
  'rule.language': 'memuat setiap teks dalam bahasanya sendiri',
  'rule.late': 'menyebut alasannya bila terbit lama setelah kejadiannya',
  'rule.link': 'memuat tautan yang aman dan gambar yang tersedia',
  'rule.numbers': 'memuat angka yang sama dalam kedua bahasa',
  'rule.place': 'disimpan langsung di folder jenisnya, tempat catatan dibaca',
  'rule.private-key': 'tidak memuat kunci privat atau frasa pemulihan',
  'rule.promise': 'tidak menjanjikan hasil, keuntungan, atau imbal hasil',
  'rule.published': 'tetap seperti saat diterbitkan',
  'rule.published-image': 'mempertahankan setiap gambar yang sudah diterbitkan sebagaimana adanya',
  'rule.published-update': 'mempertahankan setiap pembaruan yang sudah diterbitkan',
  'rule.renamed': 'mempertahankan nama berkasnya sejak diterbitkan',
  'rule.secret': 'tidak memuat kata sandi, token, atau rahasia lain',
  'rule.times': 'memuat waktu yang berurutan, sesuai dengan statusnya, dan tidak di masa depan',
  'rule.title': 'memuat judul yang cukup pendek untuk daftar, paling panjang 120 karakter',
  'rule.unfilled': 'tidak menyisakan tempat bertanda yang belum diisi',
  'rule.wallet': 'tidak memuat alamat dompet pribadi',
  'rule.window': 'hanya membatalkan jendela pemeliharaan yang ada',
  'rule.withdrawn': 'ditarik untuk seterusnya, dengan menyebut peran yang menariknya dan alasannya',
} as const satisfies Translation<typeof english>;
