import { ExpectedError } from '../core/expected-error.ts';

/** What the formats and proofs of a log can be refused for. Words for readers stand in the catalogue, by these names. */
export const LOG_FAULTS = [
  'key', // a vkey or skey that is none, or of a type that is not spoken here
  'note', // no signed note
  'unsigned', // a note that no known key signed
  'introduced', // signed with a key of the log that the key before it did not introduce
  'superseded', // signed with a key that another had replaced, or before its time
  'signature', // a known key's name and id over a signature that is not its
  'checkpoint', // no checkpoint
  'origin', // a checkpoint of another log than the key that signed it
  'policy', // no trust policy
  'tlog-proof', // no proof file
  'range', // an index or a size that lies outside the tree
  'inclusion', // a proof that does not lead from the leaf to the root
  'consistency', // a proof that does not lead from the old root to the new one
  'root', // entries that do not have the root which was signed
  'tile', // a tile or bundle of another form or length than its address says
  'entry', // no entry of this log
  'order', // an entry with a time before its predecessor's
  'unreachable', // a file that could not be asked for: nothing is known
  'too-large', // more bytes than a file of its kind can have: it was not read to its end, and nothing is known
] as const;
export type LogFault = (typeof LOG_FAULTS)[number];

/** Whether what was answered, if anything was, says nothing of the log. */
export function saysNothing({ fault }: LogError): boolean {
  return fault === 'unreachable' || fault === 'too-large';
}

/** Something read that is not what it must be; nothing that was read with it counts. */
export class LogError extends ExpectedError {
  override readonly name = 'LogError';
  readonly fault: LogFault;
  readonly reason: string;

  constructor(fault: LogFault, reason: string, options?: ErrorOptions) {
    super(`${fault}: ${reason}`, options);
    this.fault = fault;
    this.reason = reason;
  }
}
