import { describe, expect, test } from 'vitest';
import { promisesIn } from './promise.ts';

/** Sentences as people write them in notes and in reasons of the changelog: none promises anything. */
const PASS = [
  // English: operations
  'The API returned an error to some requests between 16:12 and 16:40 WIB.',
  '`GET /events` returns HTTP 503.',
  'The function returns a return code of 1.',
  'Service will return to normal once the queue is empty.',
  'We returned 200 to health checks during the whole window.',
  'Operators gain access through the second role.',
  'Under heavy traffic the worker yields to other requests.',
  'The query yields 3 rows where none was expected.',
  'The new index brought a performance gain of 20 %.',
  'The queue has at-least-once guarantees, so a message can arrive twice.',
  'The log shows an unhandled promise rejection in the edge function.',
  'The next update was promised for 17:00 and is late.',
  'We missed the promised update at 17:00.',
  'The amount was refunded on 6 January.',
  'This zero-downtime deployment takes two minutes.',
  'The next update follows by 18:00 WIB.',
  'Revenue of the batch was recomputed; the sums agree.',
  'We aim to resolve this within four hours.',
  'Availability in December was 100 % availability by our own checks.',
  // English: denial
  'No profit, ROI, or guarantees are stated or implied.',
  'NO PROFIT, ROI, OR GUARANTEES ARE STATED OR IMPLIED',
  'This page does not promise results.',
  'Nothing here is a guarantee of any kind.',
  'Profit is not promised.',
  'Returns of 5 % are never guaranteed.',
  'We make no promise of individual earnings.',
  'We can not say when it ends, and this is not a promise.',
  'This isn’t a guarantee of future returns on investment.',
  'It should not be read as a promise of profit.',
  'The word "profit" was removed from the page.',
  'A non-profit partner reported the fault.',
  'We cannot guarantee that this will never happen again.',
  'This is not risk-free.',
  // Indonesian: operations
  'Kami mengembalikan dana untuk dua transaksi yang tercatat ganda.',
  'Pengembalian dana diproses pada 6 Januari.',
  'Fungsi ini mengembalikan galat 503 untuk sebagian permintaan.',
  'Layanan kembali normal pukul 16.40 WIB.',
  'Hasil pemeriksaan kami terbitkan di halaman laporan.',
  'Pendapatan batch dihitung ulang dan jumlahnya cocok.',
  'Pembaruan yang dijanjikan pukul 17.00 WIB terlambat.',
  'Untungnya, data transparansi tetap tersedia.',
  'Perjanjian layanan dengan penyedia RPC tidak berubah.',
  'Antrean ini memakai jaminan pengiriman minimal satu kali.',
  'Janji temu pemeliharaan dengan penyedia dipindahkan ke Senin.',
  'Nilai ambang akan naik dari 5 menjadi 10 menit.',
  'Tim jaminan mutu memeriksa ulang perubahan ini.',
  'Risiko kejadian serupa berkurang setelah perbaikan ini.',
  'Distribusi harian belum berjalan sejak pukul 16.12 WIB.',
  'Bunga rampai catatan perubahan diterbitkan setiap bulan.',
  // Indonesian: denial
  'Tidak ada pernyataan atau jaminan hasil/ROI.',
  'Halaman ini tidak menjanjikan hasil.',
  'Ini bukan jaminan keuntungan dalam bentuk apa pun.',
  'Keuntungan tidak dijanjikan.',
  'Imbal hasil tidak pernah dijamin.',
  'Kami tidak memberikan janji imbal hasil.',
  'Data ini disajikan tanpa janji keuntungan atau jaminan hasil.',
  'Kami tidak dapat menjamin bahwa hal ini tidak akan terulang.',
  'Istilah "bagi hasil" diganti dengan "proporsi distribusi".',
  'Angka ini tidak boleh dibaca sebagai janji keuntungan.',
];

/** Sentences that must be refused: each promises results, profit or returns, or sounds as if it did. */
const FAIL = [
  // English
  'We guarantee that every payout arrives today.',
  'Your funds are guaranteed.',
  'Guaranteed returns resume tomorrow.',
  'Holders will earn up to 12% again once the job runs.',
  'The split change means higher returns for all members.',
  'Expect a return of 8 % this month.',
  'Staking yields of 15 % are back.',
  'Everyone profits from this change.',
  'This is a profitable time for holders.',
  'ROI is not affected by this incident.',
  'The incident does not affect your guaranteed yield.',
  'Your earnings are safe.',
  'We promise to fix it today.',
  'Passive income continues as before.',
  'The APY goes back to normal.',
  'The token price will recover soon.',
  'TPC will rise after the upgrade.',
  'Now is a good time to buy.',
  'Buy now, before the next distribution.',
  'Members receive steady monthly returns.',
  'There is no risk for holders.',
  'Staking is risk-free.',
  'You cannot lose.',
  'Your tokens are always safe.',
  'The platform is 100 % secure.',
  'This will never happen again.',
  "It won't happen again.",
  'Grow your savings with TPC.',
  'Double your money.',
  'No risk, guaranteed returns.',
  'No, profit is guaranteed.',
  'We have not only restored the service but guarantee profit.',
  'There is no doubt that you will profit.',
  'The outage is over; financial gains continue.',
  'Capital gains of up to 20 percent are expected.',
  'A quarterly dividend follows.',
  'The buyback gives you a return on your investment.',
  'Profit is guaranteed, losses are not expected.',
  'We will not stop, we promise.',
  'It is an investment opportunity.',
  'Investors get 5% interest.',
  'They yield farming rewards.',
  // Indonesian
  'Kami menjamin distribusi hari ini berjalan.',
  'Dana Anda dijamin kembali.',
  'Keuntungan Anda tidak terpengaruh insiden ini.',
  'Perubahan ini menguntungkan semua anggota.',
  'Bagi hasil bulan ini dibayarkan besok.',
  'Imbal hasil tetap berjalan seperti biasa.',
  'Profit harian kembali normal.',
  'Anda akan mendapat cuan.',
  'ROI tetap terjaga.',
  'Return 10% per bulan kembali berjalan.',
  'Kami berjanji memperbaikinya hari ini.',
  'Kami menjanjikan layanan yang lebih baik.',
  'Penghasilan pasif Anda aman.',
  'Pendapatan Anda tidak berkurang.',
  'Harga token pasti naik.',
  'Nilainya akan meningkat setelah perbaikan.',
  'Distribusi pasti cair besok.',
  'Dana pasti tetap aman.',
  'Investasi ini tanpa risiko.',
  'Anda tidak akan rugi.',
  'Sistem kami 100% aman.',
  'Token Anda selalu aman.',
  'Kejadian ini tidak akan terulang.',
  'Hal ini tidak akan terjadi lagi.',
  'Tingkat pengembalian tetap 8 persen.',
  'Anda akan cepat balik modal.',
  'Beli sekarang sebelum distribusi berikutnya.',
  'Ini kesempatan emas berinvestasi.',
  'Ini saat yang tepat untuk membeli.',
  'Lipatgandakan uang Anda.',
  'Dividen dibagikan setiap bulan.',
  'Bunga 5% per bulan tetap berlaku.',
  'Bukan hanya aman, tetapi keuntungan bertambah.',
  'Tidak diragukan lagi, keuntungan akan datang.',
  'Tidak, keuntungan tetap ada.',
  'Hasil pasti untuk semua peserta.',
  'Anda untung setiap hari.',
];

describe('the words of the policy (TPC-20)', () => {
  test.each(PASS)('let through: %s', (sentence) => {
    expect(promisesIn(sentence)).toEqual([]);
  });
  test.each(FAIL)('refuse: %s', (sentence) => {
    expect(promisesIn(sentence).map(({ words }) => words)).not.toEqual([]);
  });

  test('says where a promise stands, also after another sentence that denies it', () => {
    const text = 'No profit is promised. Still, your earnings grow.';
    expect(promisesIn(text)).toEqual([
      { index: text.indexOf('earnings'), words: 'earnings', about: 'income' },
    ]);
  });

  test('names the longest of several that overlap, once', () => {
    expect(promisesIn('Guaranteed returns for all members.')).toHaveLength(1);
  });
});
