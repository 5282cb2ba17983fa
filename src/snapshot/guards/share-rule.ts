import { type Batch, PARTS } from '../../ledger/batch.ts';
import { shareRule } from '../../ledger/share-rule.ts';
import { splitAt, splitHistory } from '../../ledger/split.ts';
import type { Flag } from '../guard.ts';

/** TPC-08: the parts are not the revenue times the shares in effect, by more than rounding can do. */
export const shareRuleBroken: Flag<Batch> = {
  name: 'share-rule-broken',
  needs: ['split', 'changelog'],
  needsWhole: ['changelog'],
  find(rows, view) {
    const [current] = view.rows('split') ?? [];
    const changelog = view.rows('changelog');
    if (current === undefined || changelog === undefined) return [];
    const history = splitHistory(changelog, current);
    return rows.flatMap((batch) => {
      const split = splitAt(history, batch.created_at);
      if (split === null) return [];
      const rule = shareRule(batch, split);
      if (rule.holds) return [];
      const parts = PARTS.map((part) => `${part} by ${rule.parts[part].difference}`).join(', ');
      const detail = `Batch of ${batch.created_at}: the sum of the parts differs by ${rule.difference}, ${parts} (tolerance ${rule.tolerance}).`;
      return [{ id: batch.id, detail }];
    });
  },
};

/** TPC-05: the changelog and the present setting do not make one unbroken history of the split. */
export const brokenSplitHistory: Flag<unknown> = {
  name: 'split-history',
  needs: ['changelog'],
  needsWhole: ['changelog'],
  find(_rows, view) {
    const [current] = view.rows('split') ?? [];
    const changelog = view.rows('changelog');
    if (current === undefined || changelog === undefined) return [];
    return splitHistory(changelog, current).gaps.map(({ entry, reason }) => ({
      id: entry,
      detail: `The split at ${entry} ${reason === 'unreadable' ? 'can not be read' : 'does not follow from the one before'}.`,
    }));
  },
};
