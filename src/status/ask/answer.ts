import type { AttestedEvent } from '../../systems/attestation.ts';
import type { Reason, Sample } from '../sample.ts';
import type { Detail } from '../status-manifest.ts';

/** What one check was answered. */
export interface Answer {
  readonly sample: Sample;
  /** What a sample has no room for. */
  readonly detail?: Detail;
  readonly events?: readonly AttestedEvent[];
  /** True when the network, not what was asked, may be why: then the sample says nothing while we are offline. */
  readonly transport?: boolean;
  /** More than the reason says, for the operator alone: names of settings and causes, never values. */
  readonly told?: string;
}

interface Failing {
  readonly outcome: 'down' | 'unknown';
  readonly reason: Reason;
  readonly told?: string | undefined;
  readonly ms?: number | undefined;
}

/** A check that ends without an answer to judge. Its text is for the operator and holds no value of a setting. */
export class CheckFailure extends Error {
  override readonly name: string = 'CheckFailure';
  readonly outcome: 'down' | 'unknown';
  readonly reason: Reason;
  readonly told: string | undefined;
  readonly ms: number | undefined;

  constructor({ outcome, reason, told, ms }: Failing, options?: ErrorOptions) {
    super(told ?? reason, options);
    this.outcome = outcome;
    this.reason = reason;
    this.told = told;
    this.ms = ms;
  }
}

/** A check that could not be carried out: nothing is known. */
export function notAsked(reason: Reason, told?: string): CheckFailure {
  return new CheckFailure({ outcome: 'unknown', reason, told });
}

/** A failure as the answer it gives. */
export function answerOf(failure: CheckFailure): Answer {
  const { outcome, reason, told, ms } = failure;
  return {
    sample: { outcome, reason, ...(ms === undefined ? {} : { ms }) },
    ...(told === undefined ? {} : { told }),
    ...(failure instanceof TransportFailure ? { transport: true } : {}),
  };
}

/** The network, or the other end of it, failed before there was an answer to judge. */
export class TransportFailure extends CheckFailure {
  override readonly name = 'TransportFailure';
  /** Whether asking once more can help: nothing of an answer had arrived. */
  readonly again: boolean;

  constructor(failing: Failing & { readonly again: boolean }, options?: ErrorOptions) {
    super(failing, options);
    this.again = failing.again;
  }
}
