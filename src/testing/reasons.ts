import { expect } from 'vitest';
import type { OneRun } from './check-run.ts';

/** What a page says of each answer, written down here once more: `outcome reason` → English, Indonesian. */
const SAID: Readonly<Record<string, readonly [en: string, id: string]>> = {
  'down refused-connection': ['Fails: The connection was refused', 'Gagal: Sambungan ditolak'],
  'down timed-out': ['Fails: No answer came in time', 'Gagal: Tidak ada jawaban dalam batas waktu'],
  'down connection-cut': [
    'Fails: The connection was cut before the answer was complete',
    'Gagal: Sambungan terputus sebelum jawaban lengkap',
  ],
  'down tls-failed': [
    'Fails: No secure connection could be made',
    'Gagal: Sambungan aman tidak dapat dibuat',
  ],
  'down unexpected-status': [
    'Fails: The answer had another status than expected',
    'Gagal: Status jawaban tidak seperti yang diharapkan',
  ],
  'down unexpected-json': [
    'Fails: A field of the answer was not as expected',
    'Gagal: Ada isian jawaban yang tidak seperti yang diharapkan',
  ],
  'degraded target-missed': [
    'Passes only in part: The value misses its target',
    'Lolos sebagian: Nilainya tidak mencapai target',
  ],
  'degraded critical-alert': [
    'Passes only in part: The value sets off a critical alert',
    'Lolos sebagian: Nilainya memicu peringatan kritis',
  ],
  'unknown unreadable': [
    'Not known: The answer could not be read',
    'Tidak diketahui: Jawabannya tidak dapat dibaca',
  ],
  'unknown old-answer': [
    'Not known: The answer was made earlier than this question, and kept by a cache',
    'Tidak diketahui: Jawabannya dibuat sebelum pertanyaan ini diajukan dan disimpan oleh cache',
  ],
  'unknown foreign-answer': [
    'Not known: The answer belongs to another question',
    'Tidak diketahui: Jawabannya milik pertanyaan lain',
  ],
  'unknown turned-away': [
    'Not known: This site’s own request was turned away, as one too many or as a robot’s',
    'Tidak diketahui: Permintaan dari situs ini sendiri ditolak, karena terlalu banyak atau dianggap robot',
  ],
  'unknown other-network': [
    'Not known: The node that was asked is of another chain',
    'Tidak diketahui: Node yang ditanyai melayani blockchain lain',
  ],
  'unknown same-endpoint': [
    'Not known: It would have been held against the same server',
    'Tidak diketahui: Pembandingnya adalah server yang sama',
  ],
  'unknown name-not-resolved': [
    'Not known: The name of the server could not be resolved',
    'Tidak diketahui: Nama server tidak dapat ditemukan',
  ],
  'unknown missing-setting': [
    'Not known: A setting that this question needs has not been given',
    'Tidak diketahui: Pengaturan yang diperlukan pertanyaan ini belum diberikan',
  ],
  'unknown database-unreachable': [
    'Not known: The database could not be asked',
    'Tidak diketahui: Basis data tidak dapat ditanyai',
  ],
  'unknown query-failed': [
    'Not known: The database could not carry out the question',
    'Tidak diketahui: Basis data tidak dapat menjalankan pertanyaannya',
  ],
  'unknown input-unknown': [
    'Not known: A value that this one is made of is not known',
    'Tidak diketahui: Nilai yang menjadi dasarnya belum diketahui',
  ],
};

/** Holds state, reason, exit code and the sentence of the page against what is expected, given as `outcome reason`. */
export function expectSaid({ sample, ending, shown }: OneRun, expected: string): void {
  expect(`${sample?.outcome} ${sample?.reason}`).toBe(expected);
  const [en, id] = SAID[expected] ?? [];
  expect(shown).toEqual({ en, id });
  expect(ending.exitCode).toBe(expected.startsWith('unknown') ? 1 : 0);
}
