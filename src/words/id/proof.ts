import type { proof as english } from '../en/proof.ts';
import type { Translation } from '../message.ts';

export const proof = {
  'verdict.match': 'hash cocok',
  'verdict.mismatch': 'hash tidak cocok',
  'verdict.not-recomputable': 'tidak dapat dihitung ulang dalam bentuk yang terdokumentasi',
  'verdict.missing': 'tanpa hash',
  'chain.title': 'Rantai bukti',
  'chain.hash.match': 'Hash cocok dengan angkanya: {{hash}}',
  'chain.hash.mismatch': 'Hash tidak cocok dengan angkanya: {{hash}}',
  'chain.hash.not-recomputable':
    'Hash tidak dapat dihitung ulang dalam bentuk yang terdokumentasi, jadi tidak dapat dinyatakan cocok atau tidak cocok: {{hash}}',
  'chain.hash.missing': 'Tidak ada hash yang diterbitkan untuk batch ini',
  'chain.record.unchanged': 'Tercatat dalam rekaman publik sejak {{when}}, tidak pernah diubah',
  'chain.record.added':
    'Tercatat dalam rekaman publik sejak {{when}}; angka, hash, dan bukti tidak pernah diganti; tambahan atau catatan terlihat {{last}}',
  'chain.record.gone':
    'Tercatat dalam rekaman publik sejak {{when}}; tidak lagi ditampilkan sumbernya, terlihat {{last}}',
  'chain.record.altered': 'Tercatat dalam rekaman publik sejak {{when}}, diubah {{last}}: {{link}}',
  'chain.record.alteredLink': 'nilai pertama dan nilai sekarang',
  'chain.record.absent': 'Tidak ada dalam rekaman publik',
  'chain.onchain.unchecked':
    'On-chain: belum diperiksa. Ada transaksi yang dicantumkan, tetapi belum dilihat oleh situs ini',
  'chain.onchain.unusable': 'On-chain: belum diperiksa. Yang dicantumkan bukan tanda tangan transaksi Solana',
  'chain.onchain.absent': 'Tidak tercatat on-chain',
  'home.title': 'Ringkasan',
  'home.description':
    'Apakah sistem-sistem berjalan, per kapan, dan batch distribusi TPC terakhir beserta buktinya.',
  'home.headline.distributed': '{{amount}} {{unit}} didistribusikan pada {{date}}',
  'home.headline.mismatch': 'Hash batch terakhir, {{date}}, tidak cocok dengan angkanya',
  'home.headline.altered': 'Batch terakhir, {{date}}, diubah setelah diterbitkan',
  'home.mismatches_other': '{{n}} dari {{all}} hash tidak cocok',
  'home.gone_other': '{{n}} batch yang pernah diterbitkan tidak lagi ditampilkan sumbernya',
  'home.fact.altered': 'tetapi angka atau hash diubah setelah diterbitkan',
  'home.headline.missing': 'Batch terakhir, {{date}}, tidak memiliki hash untuk diperiksa',
  'home.headline.nothing': 'Batch terakhir, {{date}}, tidak mendistribusikan apa pun',
  'home.headline.empty': 'Belum ada batch yang didistribusikan',
  'home.latest': 'Batch distribusi terakhir',
  'home.fact.hash': 'Hash',
  'home.fact.from': 'Dari',
  'home.fact.asOf': 'Per',
  'home.from_other': 'pendapatan {{n}} transaksi',
  'home.period': '{{start}} sampai {{end}}',
  'home.periodAbsent': 'periode tidak dicantumkan',
  'home.batch': 'Tujuan distribusi',
  'home.revenueOf': 'dari pendapatan {{amount}} {{unit}} dalam batch {{when}}',
  'home.split.now': 'Proporsi distribusi',
  'batch.revenueOf': '{{unit}} pendapatan batch ini',
  'home.more.transparency': 'Jumlah, angka harian, dan semua data',
  'home.more.batch': 'Batch ini, angka demi angka',
  'home.more.batches': 'Semua batch',
  'home.more.verify': 'Periksa sendiri',
  'root.title': 'Terang',
  'root.description':
    'Apa yang telah didistribusikan, dari mana asalnya, dan bagaimana siapa pun dapat memeriksanya.',
  'root.open': 'Buka dalam bahasa Indonesia',
} as const satisfies Translation<typeof english>;
