/** A critical incident as communications writes it, from its first note to its post-mortem. */
export const WHOLE_INCIDENT = `---
title: { en: Daily distribution delayed, id: Distribusi harian tertunda }
system: tpc
components: [distribution]
severity: critical
playbook: cron-failure
started: 2026-01-05 16:12 +07:00
resolved: 2026-01-05 18:05 +07:00
checklist:
  summary:
    en: The scheduled run did not start; it was made by hand.
    id: Proses terjadwal tidak berjalan; proses dijalankan secara manual.
  impact:
    en: One batch was made two hours late. No figure was wrong.
    id: Satu batch terlambat dua jam. Tidak ada angka yang keliru.
  time_to_recover: PT1H53M
  changes:
    - what: { en: The schedule was corrected., id: Jadwal telah diperbaiki. }
      evidence: { en: The entry in the public changelog, id: Entri dalam catatan perubahan publik }
  health_revalidated: 2026-01-05 18:00 +07:00
  rls_revalidated: 2026-01-05 18:00 +07:00
  documents_updated: [{ en: Playbook A, id: Playbook A }]
---

## Investigating · 2026-01-05 16:30 +07:00

### English

Alert: The daily distribution has not run since this morning. Team is investigating. Transparency data remains
available.

### Indonesia

Informasi: Distribusi harian belum berjalan sejak pagi ini. Tim sedang menyelidiki. Data transparansi tetap tersedia.

## Identified · 2026-01-05 17:10 +07:00

### English

Update: the cause has been found: the schedule was switched off during a change. The missed run is being made by hand.

### Indonesia

Pembaruan: penyebabnya telah ditemukan: jadwal dinonaktifkan saat ada perubahan. Proses yang terlewat sedang dijalankan
secara manual.

## Resolved · 2026-01-05 18:05 +07:00

### English

Update: this incident is over. The missed batch has been published, and its hash matches.

### Indonesia

Pembaruan: insiden ini telah teratasi. Batch yang terlewat telah diterbitkan dan hash-nya cocok.

## Post-mortem · 2026-01-06 10:00 +07:00

### English

Summary: the schedule was switched off during a change and not switched on again. What we changed: the change list now
ends with a look at the next run.

### Indonesia

Ringkasan: jadwal dinonaktifkan saat ada perubahan dan tidak diaktifkan kembali. Yang kami ubah: daftar perubahan kini
diakhiri dengan pemeriksaan proses berikutnya.
`;

/** A maintenance that comes back every week. */
export const WEEKLY_MAINTENANCE = `---
title: { en: Weekly database maintenance, id: Pemeliharaan basis data mingguan }
system: coinscious
components: [database]
starts: 2026-01-11 02:00 +00:00
lasts: PT2H
recurs: { rule: FREQ=WEEKLY;BYDAY=SU, zone: UTC }
---

## Scheduled · 2026-01-05 16:30 +07:00

### English

Every Sunday at 02:00 UTC (09:00 WIB) the database is maintained. The console may answer more slowly.

### Indonesia

Setiap hari Minggu pukul 02.00 UTC (09.00 WIB) basis data dipelihara. Konsol mungkin menjawab lebih lambat.
`;
