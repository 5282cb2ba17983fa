import { minus } from '../../core/money.ts';
import type { CheckOf } from '../../systems/check/check.ts';
import { judgeValue } from '../../systems/gauge.ts';
import type { Sample } from '../sample.ts';
import { type Answer, CheckFailure, notAsked } from './answer.ts';
import { meets } from './condition.ts';
import type { AskContext } from './context.ts';
import { timeoutOf } from './deadline.ts';
import { type JsonDocument, numberIn, select } from './json.ts';
import { type Beside, judged, judgedAge, lengthIn, unixInstant } from './measure.ts';
import { callRpc, type RpcAnswer } from './rpc.ts';
import { filledIn, filledInDeep } from './settings.ts';

type JsonrpcCheck = CheckOf<'jsonrpc'>;

/** Asks a JSON-RPC endpoint, its backups after it, and looks at the result. */
export async function jsonrpc(check: JsonrpcCheck, context: AskContext): Promise<Answer> {
  const { endpoints, headers, method, measure, chain } = check;
  const question = {
    chain,
    network: check.network,
    endpoints,
    headers,
    method,
    params: filledInDeep(check.params, context),
    timeout: timeoutOf(check),
  };
  const lag = typeof measure === 'object' && 'lag_against' in measure ? measure.lag_against : null;
  // Asked at the same time, so that what happens in between is not taken for a lag.
  const [answer, against] = await Promise.all([
    callRpc(question, context),
    lag === null ? null : orFailure(callRpc({ ...question, endpoints: [lag] }, context)),
  ]);
  if (lag !== null) notAgainstItself(endpoints[answer.endpoint - 1] ?? '', lag, context);
  const beside: Beside = { ms: answer.ms, ...(endpoints.length > 1 ? { endpoint: answer.endpoint } : {}) };
  const hexadecimal = chain === 'evm';
  // Null is how a node says that there is no such thing: an answer only where a condition takes it for one.
  const isNothing = answer.result.plain === null && check.expect.length === 0;
  if (isNothing || !check.expect.every((condition) => meets(answer.result, condition, hexadecimal)))
    return { sample: { ...beside, outcome: 'down', reason: 'unexpected-result' } };
  if (against instanceof CheckFailure) {
    const told = `what it is held against: ${against.told ?? against.reason}`;
    return { sample: { ...beside, outcome: 'unknown', reason: 'input-unknown' }, told };
  }
  return viaBackup(measured(check, answer, against, beside, context), answer);
}

/** An answer of another endpoint than the first is at best degraded, and unknown where the first was not asked. */
function viaBackup(sample: Sample, { endpoint, notAsked: silent }: RpcAnswer): Answer {
  if (endpoint === 1 || sample.outcome !== 'up') return { sample };
  if (silent === null) return { sample: { ...sample, outcome: 'degraded', reason: 'backup-answered' } };
  const told = `the first endpoint: ${silent.told ?? silent.reason}`;
  return { sample: { ...sample, outcome: 'unknown', reason: silent.reason }, told };
}

/** Two settings may hold one address: what is held against itself never differs, and would be well for ever. */
function notAgainstItself(one: string, other: string, context: AskContext): void {
  const [first, second] = [one, other].map((address) => {
    const text = filledIn(address, context);
    return URL.canParse(text) ? new URL(text).host : text;
  });
  if (first === second) throw notAsked('same-endpoint', 'both addresses are of one host');
}

function measured(
  { measure, gauge, chain }: JsonrpcCheck,
  { result, ms }: RpcAnswer,
  against: RpcAnswer | null,
  beside: Beside,
  context: AskContext,
): Sample {
  const hexadecimal = chain === 'evm';
  if (measure === 'latency')
    return gauge === undefined
      ? { ...beside, outcome: 'up' }
      : judged(lengthIn(ms, gauge, 'ms'), gauge, beside);
  const numberAt = (document: JsonDocument, path: string) => numberIn(select(document, path)[0], hexadecimal);
  if (measure === 'result') return judged(numberAt(result, '$'), gauge, beside);
  if ('json' in measure) return judged(numberAt(result, measure.json), gauge, beside);
  if ('age_of' in measure) {
    const instant = unixInstant(numberAt(result, measure.age_of));
    return judgedAge(instant, gauge, { now: context.now(), unit: 's', ...beside });
  }
  const [ours, theirs] = [numberAt(result, '$'), against === null ? null : numberAt(against.result, '$')];
  const lag = ours === null || theirs === null ? null : minus(theirs, ours);
  // So far ahead of the other that one of the two is wrong, and nobody knows which.
  if (lag !== null && gauge !== undefined && lag.startsWith('-') && judgeValue(lag.slice(1), gauge) !== 'up')
    return { ...beside, outcome: 'unknown', reason: 'input-unknown', value: lag };
  return judged(lag, gauge, beside);
}

async function orFailure(asked: Promise<RpcAnswer>): Promise<RpcAnswer | CheckFailure> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof CheckFailure) return error;
    throw error;
  }
}
