import { isAhead } from '../../core/clock.ts';
import { addDuration, type IsoInstant } from '../../core/instant.ts';
import { type NamedMirror, prefixOf } from '../../log/mirror-list.ts';
import type { Reader } from '../../words/reader.ts';
import type { Asked, MirrorAnswer } from '../log/mirrors.ts';
import type { Segment } from './segment.ts';

/** How long what a mirror answered says something of now: as long as a cosignature does. */
const COUNTS_FOR = 'PT24H';

/** A mirror, and what was found when the site was built. */
export interface MirrorRow {
  readonly address: string;
  /** Where its files begin. */
  readonly href: string;
  readonly runBy: string;
  readonly found: readonly Segment[];
  readonly alarm: boolean;
  /** Until when that holds; null where it says nothing of now, or is proven for ever. */
  readonly until: IsoInstant | null;
  /** What is said from then on. */
  readonly aged: readonly Segment[];
}

/** `readAt`: when the page is made; what is dated ahead of that counts for nothing. */
export function mirrorRows(
  reader: Reader,
  mirrors: readonly NamedMirror[],
  asked: Asked | null,
  readAt: IsoInstant,
): MirrorRow[] {
  const { t, format } = reader;
  const known = asked !== null && !isAhead(asked.asked_at, readAt) ? asked : null;
  return mirrors.map(({ address, run_by: runBy }) => {
    const row = { address, href: prefixOf({ address }).href, runBy, alarm: false, until: null, aged: [] };
    const answer = known?.found.find((one) => one.address === address);
    if (known === null || answer === undefined) return { ...row, found: [t('mirrors.notAsked')] };
    const when = format.stamp(known.asked_at);
    const found = [t('mirrors.asOf', { when, what: findingOf(reader, answer, known.here) })];
    if (answer.verdict === 'fork') return { ...row, found, alarm: true };
    if (answer.verdict === 'silent' || answer.verdict === 'untold') return { ...row, found };
    const until = addDuration(known.asked_at, COUNTS_FOR);
    const aged = [t('mirrors.aged', { until: format.stamp(until), when })];
    return { ...row, found, until, aged };
  });
}

function findingOf({ t, format }: Reader, answer: MirrorAnswer, here: Asked['here']): string {
  if (answer.verdict === 'silent') return t('mirrors.silent');
  if (answer.verdict === 'untold') return t('mirrors.untold', { fault: answer.fault });
  return t(`mirrors.${answer.verdict}`, {
    size: format.count(answer.size),
    root: answer.root,
    here: format.count(here.size),
    rootHere: here.root,
  });
}
