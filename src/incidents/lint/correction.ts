import { isDeepStrictEqual } from 'node:util';
import { readTime } from '../../core/written-time.ts';
import { type FactCorrection, factCorrectionSchema } from '../model/note.ts';
import type { NoteFile, StatedFacts } from '../model/note-file.ts';
import { isInFuture } from './clock.ts';
import { factValues, holdsStill, isSameFact } from './fact-values.ts';
import type { Breach, LintContext, Rule } from './rule.ts';
import { asWritten } from './written.ts';

/** A published fact changes only with an entry in `corrections` that says what it was, and why it changed. */
export const correction: Rule = {
  id: 'correction',
  find: (note, context) => {
    const { stated } = note;
    if (stated?.corrections === undefined) return [];
    const now = factValues(stated);
    const last = context.published(note.slug)?.note ?? null;
    const before = last === null ? null : factValues(last);
    const told = last?.corrections.length ?? 0;
    const { corrections } = stated;
    const fresh = corrections.slice(told);
    return [
      ...(last === null ? [] : altered(note, corrections, last.corrections)),
      ...(before === null ? [] : changed(note, now, before, fresh, context)),
      ...fresh.flatMap((entry, index) =>
        isWhole(entry) ? faults(note, entry, told + index, now, before, context) : [],
      ),
    ];
  },
};

type Corrections = NonNullable<StatedFacts['corrections']>;

function isWhole(entry: Corrections[number]): entry is FactCorrection {
  return factCorrectionSchema.safeParse(entry).success;
}

/** Whether something in a field, or around it, can not be read: then nothing is known of what it says. */
function isUnread({ problems, stated }: NoteFile, field: string): boolean {
  const within = (one: string, other: string) => `${one}.`.startsWith(`${other}.`);
  const [name = ''] = field.split('.');
  return (
    problems.some((problem) => problem.field !== '' && within(problem.field, field)) ||
    problems.some((problem) => problem.field !== '' && within(field, problem.field)) ||
    stated?.[name as keyof StatedFacts] === undefined
  );
}

function altered(note: NoteFile, now: Corrections, before: readonly FactCorrection[]): Breach[] {
  const { whereIs } = note;
  return before.flatMap((entry, index) =>
    isUnread(note, `corrections.${index}`) || isDeepStrictEqual(entry, now[index])
      ? []
      : [
          {
            ...whereIs(['corrections', index]),
            reason: `the correction of "${entry.field}" was published and was changed or taken out`,
            instead: 'Put it back as it was; a further correction is a further entry at the end.',
          },
        ],
  );
}

function changed(
  note: NoteFile,
  now: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, string>,
  fresh: Corrections,
  context: LintContext,
): Breach[] {
  const { whereIs } = note;
  return [...before].flatMap(([field, was]) => {
    if (isUnread(note, field)) return [];
    const is = now.get(field);
    if (is !== undefined && (isSameFact(is, was) || (field === 'cancelled' && holdsStill(is, was))))
      return [];
    if (fresh.some((entry) => entry?.field === field)) return [];
    const minute = `${context.now.slice(0, 'YYYY-MM-DDThh:mm'.length)}Z`;
    const entry = `{ at: ${asWritten(minute)}, field: ${field}, was: "${shown(was)}", reason: { en: "…", id: "…" } }`;
    return [
      {
        ...whereIs(field.split('.')),
        reason: `"${field}" was published as "${shown(was)}" and ${is === undefined ? 'is gone' : `is now "${shown(is)}"`}`,
        instead: `Put it back, or add under "corrections:" the line - ${entry}`,
      },
    ];
  });
}

function faults(
  { whereIs }: NoteFile,
  { at, field, was }: FactCorrection,
  index: number,
  now: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, string> | null,
  context: LintContext,
): Breach[] {
  const breach = (part: string, reason: string, instead: string): Breach => ({
    ...whereIs(['corrections', index, part]),
    reason,
    instead,
  });
  const known = before?.get(field);
  const future = isInFuture(at, context.now)
    ? [breach('at', 'the time of this correction is in the future', 'Write when you correct it.')]
    : [];
  if (known === undefined) {
    if (before === null && now.has(field)) return future;
    const fields = [...(before ?? now).keys()].join(', ');
    return [
      ...future,
      breach('field', `"${field}" is no fact that was published`, `Write one of: ${fields}.`),
    ];
  }
  if (!isSameFact(was, known))
    return [
      ...future,
      breach(
        'was',
        `"${field}" was not published as "${was}" but as "${shown(known)}"`,
        `Write was: "${shown(known)}".`,
      ),
    ];
  const is = now.get(field);
  if (is === undefined || !isSameFact(is, known)) return future;
  return [
    ...future,
    breach(
      'field',
      `"${field}" is still "${shown(known)}", so nothing is corrected`,
      'Change the fact as well.',
    ),
  ];
}

/** A fact as people write it: a time with the offset of Jakarta, everything else as it is. */
function shown(value: string): string {
  const read = readTime(value);
  return 'at' in read ? asWritten(read.at) : value;
}
