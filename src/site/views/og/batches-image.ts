import { monthOf } from '../../../core/instant.ts';
import { sumOf } from '../../../core/money.ts';
import { isDemo, knownState, type Publication } from '../../../ledger/publication.ts';
import type { Reader } from '../../../words/reader.ts';
import { alterationOf, distributed } from '../alterations.ts';
import { lastChange } from '../last-change.ts';
import { type Mark, tally } from '../verdict.ts';
import { brandOf, demoBand, type PreviewImage, timeWords } from './image.ts';

/** A month of batches: what was distributed, how their hashes fared, and when that last changed. */
export function batchMonthImage(reader: Reader, publication: Publication, month: string): PreviewImage {
  const { t, format, language } = reader;
  const batches = publication.rows.batches.filter((batch) => monthOf(batch.created_at) === month);
  const verdicts = tally(publication, batches);
  const altered = batches.filter((batch) => alterationOf(publication, batch) === 'unexplained').length;
  const said = (count: number) => ({ count, n: format.count(count) });
  const row = (shape: Mark, count: number, word: string) => (count === 0 ? [] : [{ shape, word, name: '' }]);
  return {
    language,
    brand: brandOf(reader),
    demo: demoBand(reader, isDemo(publication)),
    kicker: t('og.batches'),
    titles: [t('month.title', { month: format.month(month) })],
    figure: {
      ...format.amount(sumOf(batches.map(distributed))),
      unit: knownState(publication, 'batches')?.unit ?? '',
      caption: t('og.distributed', said(batches.length)),
    },
    state: null,
    bars: null,
    rows: [
      ...row('unequal', verdicts.mismatch, t('og.hash.mismatch', said(verdicts.mismatch))),
      ...row('unequal', altered, t('og.altered', said(altered))),
      ...row('equal', verdicts.match, t('og.hash.match', said(verdicts.match))),
      ...row(
        'untold',
        verdicts['not-recomputable'],
        t('og.hash.notRecomputable', said(verdicts['not-recomputable'])),
      ),
      ...row('absent', verdicts.missing, t('og.hash.missing', said(verdicts.missing))),
    ],
    time: timeWords(reader, 'og.changed', lastChange(publication, batches)),
    note: t('og.now'),
  };
}
