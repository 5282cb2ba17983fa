import { readNoteFile } from '../incidents/model/note-file.ts';

/** An incident note as communications writes it, with one update. */
export const NOTE = `---
title: { en: Daily distribution delayed, id: Distribusi harian tertunda }
system: tpc
components: [distribution]
severity: critical
playbook: cron-failure
started: 2026-01-05T16:12+07:00
---

## Investigating · 2026-01-05 16:30 +07:00

### English

The daily distribution has not run since **16:00 WIB**.

### Indonesia

Distribusi harian belum berjalan sejak **pukul 16.00 WIB**.
`;

/** The front matter of a maintenance that recurs. */
export const RECURRING = `---
title: { en: Weekly update, id: Pembaruan mingguan }
system: tpc
components: [distribution]
starts: 2026-02-01 01:00 +07:00
lasts: PT2H
recurs: { rule: FREQ=WEEKLY;BYDAY=SU, zone: Asia/Jakarta }
---
`;

/** A further update, to be appended. */
export function update(status: string, time: string, en: string, id: string): string {
  return `\n## ${status}${time === '' ? '' : ` · ${time}`}\n\n### English\n\n${en}\n\n### Indonesia\n\n${id}\n`;
}

/** The note that stands in a text. */
export function noteFile(text: string, file = '2026-01-05-distribution-delayed.md') {
  return readNoteFile('incident', file, new TextEncoder().encode(text));
}
