import type { logFaults as english } from '../en/log-faults.ts';
import type { Translation } from '../message.ts';

export const logFaults = {
  'logFault.key': 'kunci yang bukan kunci',
  'logFault.note': 'checkpoint bukan catatan bertanda tangan',
  'logFault.unsigned': 'tidak ada tanda tangan dari kunci yang dipercaya',
  'logFault.introduced': 'ditandatangani dengan kunci yang tidak diperkenalkan oleh kunci sebelumnya',
  'logFault.superseded': 'ditandatangani dengan kunci yang sudah digantikan kunci lain',
  'logFault.signature': 'tanda tangan tidak cocok dengan teksnya',
  'logFault.checkpoint': 'checkpoint tidak dapat dibaca',
  'logFault.origin': 'checkpoint milik log lain',
  'logFault.policy': 'kebijakan tidak dapat dibaca',
  'logFault.tlog-proof': 'bukti tidak dapat dibaca',
  'logFault.range': 'letak di luar akhir log',
  'logFault.inclusion': 'entri tidak ada di dalam pohon',
  'logFault.consistency': 'bukan kelanjutan dari yang pernah dilihat',
  'logFault.root': 'entri tidak cocok dengan akar yang ditandatangani',
  'logFault.tile': 'panjang tile salah',
  'logFault.entry': 'entri tidak dapat dibaca',
  'logFault.order': 'entri bertanggal lebih awal daripada entri sebelumnya',
  'logFault.unreachable': 'ada berkas yang tidak sampai',
  'logFault.too-large': 'ada berkas yang lebih besar daripada yang mungkin untuk jenisnya',
  'logFault.fork': 'riwayat lain daripada yang pernah dilihat',
  'logFault.rollback': 'entri lebih sedikit daripada yang pernah dilihat',
  'logFault.strange': 'ditandatangani dengan kunci lain daripada sebelumnya',
  'logFault.untold': 'ada berkas yang tidak sampai',
} as const satisfies Translation<typeof english>;
