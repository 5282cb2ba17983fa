import type { Key } from './message.ts';
import type { Translator } from './translator.ts';

type FaultKey = Exclude<
  Extract<Key, `fold.${string}`> extends `fold.${infer Fault}` ? Fault : never,
  'more' | 'all'
>;

interface Fault {
  readonly fault: FaultKey;
  readonly folder: string;
  readonly what: string;
}

/** How many of a kind are named; a folder that is gone takes thousands with it. */
const NAMED = 3;

/**
 * What of content is not as its log says: a sentence for each fault of each folder and kind of entry, which names the first
 * of them and counts the others; where some are only counted, also where all of them are told. Names stay as they are.
 */
export function foldSentences(t: Translator['t'], faults: readonly Fault[]): string[] {
  const groups = Map.groupBy(faults, ({ fault, folder, what }) =>
    [fault, folder, kindIn(fault, what)].join(),
  );
  const sentences = [...groups.values()].map((group) => sentence(t, group));
  const isCut = [...groups.values()].some(({ length }) => length > NAMED);
  return isCut ? [...sentences, t('fold.all')] : sentences;
}

/** What stands before the first space of `batch tpc/1`; what is damaged is told in sentences. */
function kindIn(fault: FaultKey, what: string): string {
  return fault === 'damaged' ? '' : (/^\S+(?= )/.exec(what)?.[0] ?? '');
}

function sentence(t: Translator['t'], group: readonly Fault[]): string {
  const [{ fault, folder }] = group as readonly [Fault, ...Fault[]];
  if (fault === 'no-log') return t('fold.no-log');
  const first = group
    .slice(0, NAMED)
    .map(({ what }) => what)
    .join(fault === 'damaged' ? ' ' : ', ');
  const more = group.length - NAMED;
  return t(`fold.${fault}`, { folder, what: more > 0 ? t('fold.more', { first, n: String(more) }) : first });
}
