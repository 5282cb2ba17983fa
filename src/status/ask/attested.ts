import { attestationSchema } from '../../systems/attestation.ts';
import type { CheckOf } from '../../systems/check/check.ts';
import type { Sample } from '../sample.ts';
import { type Answer, notAsked, TransportFailure } from './answer.ts';
import type { AskContext, Exchange } from './context.ts';
import { timeoutOf } from './deadline.ts';
import { exchange } from './exchange.ts';
import { readJson } from './json.ts';
import { ageOf, CLOCK_DIFFERENCE, judged } from './measure.ts';
import { filledIn, filledInHeaders } from './settings.ts';

/** Whoever saw something once can not vouch for it for ever; a year is what the rarest routine needs. */
const LONGEST_VALIDITY = 400 * 86_400_000;

/** Reads one result of the operator's own document. It is never guessed: without the document, nothing is known. */
export async function attested(check: CheckOf<'attested'>, context: AskContext): Promise<Answer> {
  const document = readable(await fetched(check, context), context.system.id);
  const { events } = document;
  const [result, ...others] = document.results.filter(({ name }) => name === check.result);
  const unknown = (reason: 'absent' | 'overdue' | 'unreadable' | 'in-the-future'): Answer => ({
    sample: { outcome: 'unknown', reason },
    events,
  });
  if (result === undefined) return unknown('absent');
  // Two that speak of the same may contradict each other: neither is chosen.
  if (others.length > 0) return { ...unknown('unreadable'), told: `"${check.result}" stands there twice` };
  const now = context.now();
  if (ageOf(new Date(result.valid_until), now) >= 0) return unknown('overdue');
  if (ageOf(new Date(result.observed_at), now) < -CLOCK_DIFFERENCE) return unknown('in-the-future');
  const vouched = Date.parse(result.valid_until) - Date.parse(result.observed_at);
  if (vouched > LONGEST_VALIDITY)
    return { ...unknown('unreadable'), told: `"${check.result}" vouches for longer than 400 days` };
  const { counts, unit, value } = result;
  if (value !== undefined && unit !== undefined && check.gauge !== undefined && unit !== check.gauge.unit)
    return {
      ...unknown('unreadable'),
      told: `"${check.result}" is told in ${unit}, not in ${check.gauge.unit}`,
    };
  return {
    sample: judgeResult(result, check.gauge),
    events,
    ...(counts === undefined ? {} : { detail: { counts } }),
  };
}

function judgeResult(
  { result, value }: { result: 'passed' | 'failed'; value?: string | undefined },
  gauge: CheckOf<'attested'>['gauge'],
): Sample {
  const beside = value === undefined ? {} : { value };
  if (result === 'failed') return { outcome: 'down', reason: 'attested-failed', ...beside };
  return gauge === undefined ? { outcome: 'up', ...beside } : judged(value ?? null, gauge, {});
}

async function fetched(check: CheckOf<'attested'>, context: AskContext): Promise<Exchange> {
  const request = {
    method: 'GET',
    url: filledIn(check.url, context),
    headers: { accept: 'application/json', ...filledInHeaders(check.headers, context) },
    timeout: timeoutOf(check),
  };
  try {
    return await exchange(request, context);
  } catch (error) {
    if (!(error instanceof TransportFailure) || error.outcome === 'unknown') throw error;
    // Whatever keeps the document from us says nothing of what it would attest.
    throw new TransportFailure({
      outcome: 'unknown',
      reason: 'unreadable',
      told: error.reason,
      again: false,
    });
  }
}

function readable({ status, body, unread }: Exchange, system: string) {
  if (status === 404 || status === 410) throw notAsked('absent', `the document is not there (${status})`);
  if (status !== 200 || unread !== null) throw notAsked('unreadable', unread ?? `answered ${status}`);
  // What is not JSON does not fit the schema either.
  const parsed = attestationSchema.safeParse(readJson(body)?.plain);
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path }) => path.join('.') || 'the document').join(', ');
    throw notAsked('unreadable', `the document does not fit its schema: ${fields}`);
  }
  if (parsed.data.system !== system) throw notAsked('unreadable', 'the document speaks of another system');
  return parsed.data;
}
