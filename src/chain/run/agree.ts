import type { IsoInstant } from '../../core/instant.ts';
import { CheckFailure } from '../../status/ask/answer.ts';
import type { AnchorDoubt } from '../anchor.ts';
import { MAIN_NETWORK, namedTransaction, type Sighting } from '../sighting.ts';
import { WireError } from '../solana-transaction.ts';
import { doubtOf, type Told } from './provider.ts';

/** What a provider came to: what it tells, null where it does not know the transaction, or why it did not answer. */
export type ProviderAnswer = Told | CheckFailure | null;

/**
 * What several providers say alike of a transaction, or why that is not known. One provider alone is never believed, and
 * neither are bytes that are not the transaction they are told to be, however many give them.
 */
export async function agreed(
  signature: string,
  answers: readonly ProviderAnswer[],
  now: IsoInstant,
): Promise<Sighting | AnchorDoubt> {
  const failures = answers.filter((answer) => answer instanceof CheckFailure).map(doubtOf);
  const failed = failures.find((doubt) => doubt !== 'no-answer') ?? failures[0];
  if (failed !== undefined) return failed;
  const told = answers.filter(
    (answer): answer is Told => answer !== null && !(answer instanceof CheckFailure),
  );
  const [first] = told;
  if (first === undefined) return 'not-found';
  if (told.length < answers.length || told.length < 2) return 'one-provider';
  const text = JSON.stringify(first);
  if (told.some((other) => JSON.stringify(other) !== text)) return 'providers-disagree';
  try {
    await namedTransaction(signature, first.wire);
  } catch (error) {
    if (error instanceof WireError) return 'unreadable';
    throw error;
  }
  return {
    signature,
    seen_at: now,
    network: MAIN_NETWORK,
    providers: told.length,
    ...first,
    inner: [...first.inner],
  };
}
