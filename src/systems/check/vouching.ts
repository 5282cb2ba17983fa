import { type Gauge, isLimited } from '../gauge.ts';
import type { Check } from './check.ts';

/**
 * Whether a check that is up says that something is as it must be. A number without any limit only informs: whatever
 * it is, it passes, so it makes no component well.
 */
export function vouches(check: VouchingCheck): boolean {
  const limited = isLimited(check.gauge);
  switch (check.kind) {
    case 'http':
      return limited || check.measure === 'latency' || assertsContent(check) || refuses(check);
    case 'jsonrpc':
      return limited || check.expect.length > 0;
    case 'sql':
      return limited || check.answer === 'no-rows' || check.answer === 'some-rows';
    case 'dataset':
      return limited || check.ask !== 'age';
    case 'attested':
    case 'tls':
      return true; // What the operator says of it, or that the chain of certificates is trusted.
    case 'derived':
    case 'reconciliation':
      return limited;
    default:
      return check satisfies never;
  }
}

type VouchingCheck = Check & { readonly gauge?: Gauge | undefined };
type HttpCheck = Extract<Check, { kind: 'http' }>;

/** Whether something must stand in the answer, so that not just any page passes. */
export function assertsContent({ expect }: HttpCheck): boolean {
  const { body_includes, headers_present, json, cors } = expect;
  const found = json.filter((condition) => !('exists' in condition && !condition.exists));
  return body_includes.length > 0 || headers_present.length > 0 || found.length > 0 || cors !== undefined;
}

/** Whether only a refusal, or an answer without content, is right: no page says that by chance. */
export function refuses({ expect }: HttpCheck): boolean {
  return expect.status.every((status) => status >= 400 || [204, 205, 304].includes(status));
}
