import { canonicalJson } from '../core/canonical.ts';
import type { Language } from '../core/language.ts';

/**
 * Everything that the log holds of one batch, update or report, as one file that verifies offline for ever: each entry with
 * its record and its `.tlog-proof`, oldest first, and behind them what it rests on: the transaction of a batch, the changes
 * of the log's key; and the policy of then. `src/verifier/` reads it.
 */
export interface ProofBundle {
  /** That its figures are invented, in each language; null where they are not. */
  readonly demo: Readonly<Record<Language, string>> | null;
  readonly policy: string;
  readonly proven: readonly ProvenEntry[];
}

export interface ProvenEntry {
  /** The line that is hashed into the tree. */
  readonly entry: string;
  /** The line whose hash the entry holds; null where it is not published any more. */
  readonly record: string | null;
  /** A `.tlog-proof` file. */
  readonly proof: string;
}

export function formatProofBundle({ demo, policy, proven }: ProofBundle): string {
  const entries = proven.map(({ entry, record, proof }) => ({ entry, record, proof }));
  const said = demo === null ? {} : { demo };
  return `${canonicalJson({ format: 'terang/proof/1', ...said, policy, proven: entries })}\n`;
}

/** One entry of a bundle as the text that fits a QR code: record, entry and `.tlog-proof` one behind the other. */
export function formatPieces({ entry, record, proof }: ProvenEntry): string {
  return [...(record === null ? [] : [record]), entry, proof].join('\n');
}
