import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type PeerTime, peerTime } from '../../core/clock.ts';
import { isNoAnswer } from '../../core/no-answer.ts';
import { type AreaResult, type AuditFinding, areaOf, notKnown, partOf } from '../model/audit.ts';
import { differences, nearest, type Shape } from './shape.ts';

const TIMEOUT = 15_000;
const MOST_BYTES = 4_000_000;

const shapeSchema: z.ZodType<Shape> = z.lazy(() =>
  z.union([z.string(), z.tuple([shapeSchema]), z.record(z.string(), shapeSchema)]),
) as z.ZodType<Shape>;
const frozen = z
  .strictObject({
    about: z.string(),
    headers: z.array(z.string()),
    envelope: shapeSchema,
    endpoints: z.record(
      z.string(),
      z.strictObject({ paths: z.array(z.string()).min(1), forms: z.record(z.string(), shapeSchema) }),
    ),
  })
  .parse(JSON.parse(readFileSync(new URL('v1.json', import.meta.url), 'utf8')));

/**
 * Asks every endpoint of the public API v1 and compares what it answers with the frozen schema. `base` is its
 * address up to `/v1`; without it, or where nothing answers, the area is not known. Nor is it while a list is empty:
 * without a row there is nothing to compare, and a field that is gone would not be missed.
 */
export async function auditApi(
  base: string | undefined,
  onTime: (time: PeerTime) => void = () => undefined,
): Promise<AreaResult> {
  if (base === undefined || base === '') return notKnown('api', 'TPC_API_URL is not set');
  const findings: AuditFinding[] = [];
  const empty: string[] = [];
  let checked = 0;
  for (const [name, { paths, forms }] of Object.entries(frozen.endpoints)) {
    const answer = await firstAnswer(base, paths);
    // No answer at all says nothing of what the endpoint is; that it is down is the checks' to say.
    if (answer === null) return notKnown('api', `${name} could not be asked`);
    checked += 1;
    const { age, date } = Object.fromEntries(answer.headers);
    const time = age === undefined ? peerTime(new URL(base).hostname, new Date(date ?? '')) : null;
    if (time !== null) onTime(time);
    findings.push(...judged(name, forms, answer));
    const data = dataOf(answer);
    if (Array.isArray(data) && data.length === 0) empty.push(name);
  }
  const area = areaOf('api', checked, findings);
  return empty.length === 0 ? area : partOf(area, `no row to compare: ${empty.join(', ')}`);
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Of an endpoint's names the first that is there. */
async function firstAnswer(base: string, paths: readonly string[]): Promise<Answer | null> {
  let last: Answer | null = null;
  for (const path of paths) {
    last = await get(`${base.replace(/\/$/, '')}/${path}`);
    if (last !== null && last.status !== 404) return last;
  }
  return last;
}

function judged(name: string, forms: Readonly<Record<string, Shape>>, answer: Answer): AuditFinding[] {
  const find = (id: string, severity: AuditFinding['severity'], detail: string): AuditFinding => ({
    id: `${id}:${name}`,
    area: 'api',
    severity,
    detail,
  });
  if (answer.status !== 200) return [find('api-inactive', 'high', `answered ${answer.status}`)];
  const found = [...differences(answer.body, frozen.envelope), ...nearest(dataOf(answer), forms)].map(
    ({ path, kind, detail }) => {
      const finding = find(`api-${kind}`, 'high', detail);
      return path === '' ? finding : { ...finding, id: `${finding.id}.${path}` };
    },
  );
  const missing = frozen.headers.filter((header) => !answer.headers.has(header));
  return missing.length === 0
    ? found
    : [...found, find('api-rate-limit', 'medium', `without ${missing.join(', ')}`)];
}

/** What an answer carries in its envelope; undefined where it has none. */
function dataOf({ body }: Answer): unknown {
  return (body as { data?: unknown } | null)?.data;
}

/** Null where there was no answer, whatever the reason. The address stays out of what is said. */
async function get(url: string): Promise<Answer | null> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT), redirect: 'error' });
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      if (text.length > MOST_BYTES) return null;
    }
    return { status: answer.status, headers: answer.headers, body: jsonIn(text) };
  } catch (error) {
    if (isNoAnswer(error)) return null;
    throw error;
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // Not JSON: no field of the frozen schema is there, which is what is found.
  }
}
