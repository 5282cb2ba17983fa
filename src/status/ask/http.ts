import type { CheckOf } from '../../systems/check/check.ts';
import type { Reason, Sample } from '../sample.ts';
import { type Answer, type CheckFailure, notAsked } from './answer.ts';
import { meets } from './condition.ts';
import type { AskContext, Exchange } from './context.ts';
import { corsAllows, preflightHeaders } from './cors.ts';
import { timeoutOf } from './deadline.ts';
import { exchange } from './exchange.ts';
import { ageFailure, rejection, staleness } from './freshness.ts';
import { type JsonDocument, numberIn, readJson, select } from './json.ts';
import { judged, judgedAge, lengthIn, unixInstant } from './measure.ts';
import { filledIn, filledInHeaders } from './settings.ts';

type HttpCheck = CheckOf<'http'>;

/** Asks an HTTP server and looks at the answer. */
export async function http(check: HttpCheck, context: AskContext): Promise<Answer> {
  const { request, expect, instead } = check;
  const origin = expect.cors === undefined ? null : filledIn(expect.cors.origin, context);
  const answer = await exchange(
    {
      method: origin === null ? request.method : 'OPTIONS',
      url: filledIn(request.url, context),
      headers: {
        ...filledInHeaders(request.headers, context),
        ...(origin === null || expect.cors === undefined ? {} : preflightHeaders(expect.cors, origin)),
      },
      body: request.body === undefined ? undefined : filledIn(request.body, context),
      timeout: timeoutOf(check),
    },
    context,
  );
  const asExpected = [...expect.status, ...(instead?.status ?? [])].includes(answer.status);
  const silence =
    staleness(answer, context) ?? (answer.status === 429 && asExpected ? null : rejection(answer));
  if (silence !== null) throw silence;
  const refuted = (reason: Reason): Answer => ({ sample: { outcome: 'down', reason, ms: answer.ms } });
  const other = instead === undefined ? undefined : context.samples.get(instead.while_down)?.outcome;
  if (instead !== undefined && other === 'down') {
    if (!instead.status.includes(answer.status)) return refuted('unexpected-status');
    return { sample: judgeLatency(check, answer) };
  }
  const fault = faultIn(check, answer, origin);
  const old = fault === null || fault === 'unexpected-json' ? ageIn(check, answer, context) : null;
  if (old !== null && (fault === null || old.reason === 'old-answer')) throw old;
  if (fault === null) {
    if (instead !== undefined && (other ?? 'unknown') === 'unknown') throw notAsked('input-unknown');
    return { sample: measure(check, answer, context) };
  }
  // Right or wrong depends on what is not known.
  const mayBeRight = instead?.status.includes(answer.status) === true && (other ?? 'unknown') === 'unknown';
  if (mayBeRight) throw notAsked('input-unknown');
  return refuted(fault);
}

/** What is not as expected, the first of it; null when everything is. @throws CheckFailure where that can not be told */
function faultIn(check: HttpCheck, answer: Exchange, origin: string | null): Reason | null {
  const { status, body_includes, body_excludes, headers_present, json, cors } = check.expect;
  if (cors !== undefined && origin !== null) {
    if (answer.status >= 500) return 'unexpected-status';
    if (answer.status < 200 || answer.status > 299) return 'cors-refused';
    if (!corsAllows(answer.headers, cors, origin)) return 'cors-refused';
  } else if (!status.includes(answer.status)) return 'unexpected-status';
  if (headers_present.some((name) => answer.headers[name.toLowerCase()] === undefined))
    return 'unexpected-header';
  if (body_excludes.some((text) => answer.body.includes(text))) return 'unexpected-body';
  const looksFor = body_includes.some((text) => !answer.body.includes(text)) || body_excludes.length > 0;
  // Of what could not be read, nothing can be said to be absent.
  if (looksFor && answer.unread !== null) throw notAsked('unreadable', answer.unread);
  if (body_includes.some((text) => !answer.body.includes(text))) return 'unexpected-body';
  if (json.length === 0 && check.measure === 'latency') return null;
  const document = jsonOf(answer);
  if (document === null) return 'unexpected-json';
  return json.every((condition) => meets(document, condition)) ? null : 'unexpected-json';
}

function measure(check: HttpCheck, answer: Exchange, context: AskContext): Sample {
  if (check.measure === 'latency') return judgeLatency(check, answer);
  const document = jsonOf(answer);
  if (document === null) throw notAsked('not-a-number');
  if ('json' in check.measure)
    return judged(numberIn(only(document, check.measure.json)), check.gauge, { ms: answer.ms });
  const instant = instantIn(only(document, check.measure.age_of));
  return judgedAge(instant, check.gauge, { now: context.now(), unit: 's', ms: answer.ms });
}

/** The document of an answer, or null where it is none. @throws CheckFailure `unreadable` where that can not be told */
function jsonOf({ body, unread }: Exchange): JsonDocument | null {
  if (unread !== null) throw notAsked('unreadable', unread);
  return readJson(body);
}

/** What the answer's own time says against it; null where it has none to look at, or is of now. */
function ageIn({ answered_at }: HttpCheck, answer: Exchange, context: AskContext): CheckFailure | null {
  if (answered_at === undefined) return null;
  const document = jsonOf(answer);
  return ageFailure(document === null ? null : instantIn(only(document, answered_at)), context);
}

/** The one value a path finds; undefined for none or several. */
function only(document: JsonDocument, path: string): unknown {
  const [value, ...more] = select(document, path);
  return more.length === 0 ? value : undefined;
}

/** ISO 8601 with an offset, or Unix seconds. */
function instantIn(value: unknown): Date | null {
  const seconds = unixInstant(numberIn(value));
  if (seconds !== null) return seconds;
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(value)) return null;
  const instant = new Date(value);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

function judgeLatency({ gauge }: HttpCheck, { ms }: Exchange): Sample {
  if (gauge === undefined) return { outcome: 'up', ms };
  return judged(lengthIn(ms, gauge, 'ms'), gauge, { ms });
}
