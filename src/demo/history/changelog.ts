import { type Calendar, DAILY_SINCE, HISTORY_DAYS, MANUAL_RUN } from './calendar.ts';
import { HOUR, MINUTE, SECOND, toText } from './instant.ts';
import type { Random } from './random.ts';
import { topics } from './topics.ts';

/** A row of `tpc_changelog`. */
export interface ChangelogRow {
  created_at: string;
  key: string;
  old_value: string | null;
  new_value: string;
  reason: string;
  admin_id: string;
}

/** Entries that tell what happened to the batches. */
const milestones = [
  {
    daysAgo: DAILY_SINCE,
    key: 'batch_schedule',
    old_value: 'every third day, 01:02 UTC',
    new_value: 'daily, 01:02 UTC',
    reason: 'From the next batch on, distribution runs once a day',
  },
  {
    daysAgo: MANUAL_RUN,
    key: 'cron_failure',
    old_value: 'Scheduled run of 01:02 UTC did not start',
    new_value: 'Batch run by hand at 04:37 UTC, schedule resumed',
    reason: 'The scheduler had not restarted after an update; the cause is removed',
  },
];

type Entry = Omit<ChangelogRow, 'created_at' | 'admin_id'> & { daysAgo: number };

/** Chooses a topic and moves it on from its present value. */
function createTopicEntries(random: Random): (daysAgo: number) => Entry {
  const present = new Map<string, { value: string; count: number }>();
  let last = '';
  return (daysAgo) => {
    const choices = topics.filter(({ key }) => key !== last);
    const topic = choices[random.weighted(choices.map(({ weight }) => weight))] ?? random.pick(choices);
    const { value: oldValue, count } = present.get(topic.key) ?? { value: null, count: 0 };
    const value =
      typeof topic.values === 'function'
        ? topic.values(count + 1)
        : random.pick(topic.values.filter((other) => other !== oldValue));
    present.set(topic.key, { value, count: count + 1 });
    last = topic.key;
    const reason = random.pick(topic.reasons);
    return { daysAgo, key: topic.key, old_value: oldValue, new_value: value, reason };
  };
}

/**
 * A few hundred entries, oldest first, in the office hours of Jakarta. The changes of the
 * split are not here: the ledger writes those by itself.
 */
export function inventChangelog(
  calendar: Calendar,
  admins: readonly string[],
  random: Random,
): ChangelogRow[] {
  const entries: Entry[] = [...milestones];
  const nextEntry = createTopicEntries(random);
  for (let daysAgo = HISTORY_DAYS - 2; daysAgo >= 1; daysAgo -= 1) {
    if (random.chance(calendar.isWeekend(daysAgo) ? 120 : 680)) entries.push(nextEntry(daysAgo));
  }

  return entries
    .map(({ daysAgo, ...entry }) => ({
      ...entry,
      created_at: toText(
        calendar.day(daysAgo) + 5 * HOUR + random.int(0, 299) * MINUTE + random.int(0, 60 * SECOND - 1),
      ),
      admin_id: random.pick(admins),
    }))
    .sort((a, b) => (a.created_at < b.created_at ? -1 : 1));
}
