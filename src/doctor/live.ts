import { isOver } from '../core/ageing.ts';
import { boundedBody } from '../core/bounded-body.ts';
import { type PeerTime, peerTime } from '../core/clock.ts';
import type { IsoInstant } from '../core/instant.ts';
import type { Language } from '../core/language.ts';
import { type Line, line } from './line.ts';

const TIMEOUT = 10_000;
/** Far more than a home page has. */
const MOST_BYTES = 4_000_000;
/** Seconds for which a cache may show an old head of the log, or home page: a run's cadence. */
const FRESH = 900;
/** What a page says of the time from which on it speaks of the past. */
const UNKNOWN_SINCE = /data-unknown-since="([^"]*)"/g;

export interface Live {
  readonly lines: readonly Line[];
  /** What its server says of the time, where no cache answered. */
  readonly peers: readonly PeerTime[];
}

/** How old what is live is, and whether its host sends the log and the pages as they are to be sent. */
export async function lookAtSite(site: string, language: Language, now: IsoInstant): Promise<Live> {
  const base = URL.parse(site.endsWith('/') ? site : `${site}/`);
  if (base === null || !/^https?:$/.test(base.protocol))
    return { lines: [line('todo', 'doctor.live.noAddress', { site })], peers: [] };
  const [home, checkpoint] = await Promise.all(
    [`${language}/`, 'log/checkpoint'].map((path) => get(new URL(path, base))),
  );
  const answers = [home, checkpoint].flatMap((one) => (one?.headers === undefined ? [] : [one.headers]));
  const peers = answers.flatMap((headers) =>
    headers.has('age') ? [] : (peerTime(base.hostname, new Date(headers.get('date') ?? '')) ?? []),
  );
  return { lines: [...homeLines(home, now), ...checkpointLines(checkpoint)], peers };
}

interface Got {
  readonly url: string;
  readonly status: number;
  readonly headers?: Headers;
  readonly body: string;
  readonly why: string;
}

async function get(url: URL): Promise<Got> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(TIMEOUT),
      headers: { 'cache-control': 'no-cache' },
    });
    const { status, headers } = response;
    const body = await boundedBody(response, MOST_BYTES);
    if (body === null) return { url: url.href, status: 0, body: '', why: `more than ${MOST_BYTES} bytes` };
    return { url: url.href, status, headers, body: new TextDecoder().decode(body), why: String(status) };
  } catch (error) {
    // Whatever keeps an answer from coming says the same: nothing is known of what is live.
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const why = cause instanceof Error ? cause.message : String(cause);
    return { url: url.href, status: 0, body: '', why };
  }
}

function homeLines(got: Got | undefined, now: IsoInstant): Line[] {
  if (got?.headers === undefined || got.status !== 200) return [silent(got)];
  const { url, body } = got;
  const ends = [...body.matchAll(UNKNOWN_SINCE)].flatMap(([, at]) => at ?? []).toSorted();
  const [first] = ends;
  if (first === undefined) return [line('untold', 'doctor.live.undated', { url })];
  const over = isOver(first, Date.parse(now));
  return [
    line(over ? 'todo' : 'ok', over ? 'doctor.live.old' : 'doctor.live.fresh', { url, until: first }),
    ...cached(got),
  ];
}

function checkpointLines(got: Got | undefined): Line[] {
  if (got?.status === 404) return [line('todo', 'doctor.live.noCheckpoint', { url: got.url })];
  if (got?.headers === undefined || got.status !== 200) return [silent(got)];
  const type = got.headers.get('content-type') ?? '';
  const typed = /^text\/plain\b/.test(type);
  return [
    line(typed ? 'ok' : 'todo', typed ? 'doctor.live.type' : 'doctor.live.wrongType', { url: got.url, type }),
    ...cached(got),
  ];
}

/** What a cache says, or may do, that keeps readers from what is live. */
function cached({ url, headers }: Got): Line[] {
  const control = headers?.get('cache-control') ?? '';
  const age = headers?.get('age') ?? '';
  const most = /(?:^|[\s,])max-age=(\d+)/.exec(control)?.[1] ?? '0';
  const keeps = /no-cache|no-store/.test(control) ? 0 : Number(most);
  if (keeps > FRESH || /immutable/.test(control))
    return [line('todo', 'doctor.live.cache', { url, control })];
  if (Number(age) > FRESH) return [line('todo', 'doctor.live.aged', { url, age })];
  return [];
}

function silent(got: Got | undefined): Line {
  return line('untold', 'doctor.live.silent', { url: got?.url ?? '', why: got?.why ?? '' });
}
