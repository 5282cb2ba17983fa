import type { CheckOf } from '../../domain/check/check.ts';
import { minus } from '../../domain/money.ts';
import type { Sample } from '../../domain/sample.ts';
import { type Answer, CheckFailure } from './answer.ts';
import { meets } from './condition.ts';
import type { AskContext } from './context.ts';
import { timeoutOf } from './deadline.ts';
import { type JsonDocument, numberIn, select } from './json.ts';
import { type Beside, judged, judgedAge, lengthIn, unixInstant } from './measure.ts';
import { callRpc, type RpcAnswer } from './rpc.ts';
import { filledInDeep } from './settings.ts';

type JsonrpcCheck = CheckOf<'jsonrpc'>;

/** Asks a JSON-RPC endpoint, its backups after it, and looks at the result. */
export async function jsonrpc(check: JsonrpcCheck, context: AskContext): Promise<Answer> {
  const { endpoints, headers, method, measure, chain } = check;
  const question = {
    chain,
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
  return { sample: viaBackup(measured(check, answer, against, beside, context)) };
}

/** An answer of another endpoint than the first is at best degraded. */
function viaBackup(sample: Sample): Sample {
  if ((sample.endpoint ?? 1) === 1 || sample.outcome !== 'up') return sample;
  return { ...sample, outcome: 'degraded', reason: 'backup-answered' };
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
  return judged(ours === null || theirs === null ? null : minus(theirs, ours), gauge, beside);
}

async function orFailure(asked: Promise<RpcAnswer>): Promise<RpcAnswer | CheckFailure> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof CheckFailure) return error;
    throw error;
  }
}
