import { compareInstants, type IsoInstant, monthOf } from '../core/instant.ts';
import { endOfMonth, monthSchema } from '../core/month.ts';
import type { DatasetName } from '../ledger/dataset.ts';
import type { ArchiveTable } from '../reports/model/archive.ts';
import { NO_RUNS_SHA256 } from '../status/rollup.ts';
import { type StatusDay, statusDaySchema } from '../status/status-manifest.ts';
import { stemOf } from '../store/content-folder.ts';
import { type ContentFile, contentFileSchema } from '../store/unaltered.ts';
import { filesOfMonth, rowsOf, type Source } from './content.ts';
import { ArchiveRefusal, EmptyMonthRefusal } from './refusal.ts';

/** What content holds of a closed month. */
export interface MonthContent {
  readonly month: string;
  readonly demo: boolean;
  /** The files of each table; none where nothing was ever asked. */
  readonly files: Readonly<Record<ArchiveTable, readonly ContentFile[] | null>>;
  readonly observed_at: Readonly<Record<ArchiveTable, IsoInstant | null>>;
  readonly units: Readonly<Partial<Record<ArchiveTable, string | null>>>;
  /** Every day up to the end of the month, in files. */
  readonly everyDay: readonly ContentFile[];
  /** The raw samples of each day that has some. */
  readonly samples: ReadonlyMap<string, ContentFile>;
}

const DATASET_OF = {
  metrics: 'daily',
  batches: 'batches',
  changelog: 'changelog',
} as const satisfies Partial<Record<ArchiveTable, DatasetName>>;

/**
 * Finds what there is of a month that is over.
 *
 * @throws ArchiveRefusal with every reason at once: the month is open, was not read to its end, or holds nothing
 */
export async function contentOfMonth(source: Source, month: string, now: IsoInstant): Promise<MonthContent> {
  if (!monthSchema.safeParse(month).success)
    throw new ArchiveRefusal(`"${month}" is no month: expected one such as 2026-01.`);
  if (month >= monthOf(now)) throw new ArchiveRefusal(`${month} is not over: an open month is not archived.`);
  const { manifest, statusManifest } = source;
  if (manifest === null) throw new ArchiveRefusal('No snapshot was ever taken: there is nothing to archive.');
  const end = endOfMonth(month);
  const isBefore = (instant: IsoInstant) => compareInstants(instant, end) < 0;
  const reasons: string[] = [];
  for (const dataset of Object.values(DATASET_OF)) {
    const { observed_at } = manifest.datasets[dataset];
    if (observed_at === null) reasons.push(`${dataset} was never read`);
    else if (isBefore(observed_at))
      reasons.push(`${dataset} was last read at ${observed_at}, before the month was over`);
  }
  if (statusManifest !== null && isBefore(statusManifest.observed_at))
    reasons.push(`the checks last ran at ${statusManifest.observed_at}, before the month was over`);
  if (reasons.length > 0) throw new ArchiveRefusal(`${month} can not be archived: ${reasons.join('; ')}.`);
  const of = (dataset: DatasetName) => filesOfMonth(manifest.datasets[dataset].files, month);
  const files = {
    metrics: of('daily'),
    batches: of('batches'),
    changelog: of('changelog'),
    'status-days': statusManifest === null ? null : filesOfMonth(statusManifest.days, month, '-daily'),
  };
  if (Object.values(files).every((list) => list === null || list.length === 0))
    throw new EmptyMonthRefusal(
      `${month} holds no data: no day, no batch, no change and no check was published of it.`,
    );
  return {
    month,
    demo: manifest.source.demo || statusManifest?.demo === true,
    files,
    observed_at: {
      metrics: manifest.datasets.daily.observed_at,
      batches: manifest.datasets.batches.observed_at,
      changelog: manifest.datasets.changelog.observed_at,
      'status-days': statusManifest?.observed_at ?? null,
    },
    units: {
      metrics: manifest.datasets.daily.unit,
      batches: manifest.datasets.batches.unit,
      'status-days': 's',
    },
    everyDay: manifest.datasets.daily.files.filter(
      ({ path }) => path.slice(-'YYYY-MM.jsonl'.length) <= `${month}.jsonl`,
    ),
    samples: await samplesOf(source, month, files['status-days'] ?? []),
  };
}

/** The raw days of a month, each the one that its figures were made of. */
async function samplesOf(
  { status, statusManifest }: Source,
  month: string,
  days: readonly ContentFile[],
): Promise<Map<string, ContentFile>> {
  if (statusManifest === null) return new Map();
  const raw = new Map<string, ContentFile>();
  for await (const file of rowsOf(status, statusManifest.closed, contentFileSchema))
    raw.set(stemOf(file), file);
  for (const file of statusManifest.samples) raw.set(stemOf(file), file);
  const samples = new Map([...raw].filter(([day]) => monthOf(day) === month).toSorted());
  const wrong: string[] = [];
  for await (const day of rowsOf<StatusDay>(status, days, statusDaySchema))
    if (day.raw_sha256 !== (samples.get(day.day)?.sha256 ?? NO_RUNS_SHA256)) wrong.push(day.day);
  if (wrong.length > 0)
    throw new ArchiveRefusal(
      `${month} can not be archived: the figures of ${[...new Set(wrong)].join(', ')} rest on other samples than ` +
        'are there. Another run of the checks makes them anew.',
    );
  return samples;
}
