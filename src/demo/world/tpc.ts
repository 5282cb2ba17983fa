import type pg from 'pg';
import { json, page, type Service, type WorldAnswer } from './server.ts';

/** What the public API shows of the ledger: each row the JSON text that Postgres printed, so that money stays exact. */
export interface PublicLedger {
  readonly metrics: string;
  readonly batches: readonly string[];
  readonly wallets: string;
  readonly changelog: readonly string[];
  readonly daily: readonly string[];
  readonly csv: string;
}

const QUESTIONS = {
  metrics: `SELECT json_build_object('total_revenue', coalesce(sum(amount), 0),
      'verified_revenue', coalesce(sum(amount) FILTER (WHERE status = 'verified'), 0),
      'distributed_revenue', coalesce(sum(amount) FILTER (WHERE distributed), 0), 'tx_total', count(*),
      'tx_verified', count(*) FILTER (WHERE status = 'verified'), 'tx_distributed', count(*) FILTER (WHERE distributed),
      'distributed', (SELECT json_object_agg(type, amount) FROM (
        SELECT type, sum(amount) AS amount FROM public.tpc_distribution_logs GROUP BY type) AS parts)) AS row
    FROM public.tpc_transactions`,
  batches: `SELECT row_to_json(b) AS row FROM (SELECT id, created_at, period_start, period_end, tx_count,
      trim_scale(revenue_sum) AS revenue_sum, trim_scale(referral_sum) AS referral_sum,
      trim_scale(treasury_sum) AS treasury_sum, trim_scale(buyback_sum) AS buyback_sum, public_hash, onchain_tx, note
    FROM public.tpc_distribution_batches ORDER BY created_at DESC LIMIT 50) AS b`,
  // The field's API has the place of a wallet also where there is none.
  wallets: `SELECT '{"burn": {"label": "Burn", "address": null}}'::jsonb
      || jsonb_object_agg(type, jsonb_build_object('label', name, 'address', address)) AS row
    FROM public.tpc_public_wallets`,
  changelog: `SELECT row_to_json(c) AS row FROM (SELECT created_at AS changed_at, key, reason AS summary
    FROM public.tpc_changelog ORDER BY created_at DESC LIMIT 100) AS c`,
  daily: `SELECT row_to_json(d) AS row FROM (
    SELECT day, revenue, tx_count, coalesce(referral, 0) AS referral, coalesce(treasury, 0) AS treasury,
      coalesce(buyback, 0) AS buyback
    FROM (SELECT (created_at AT TIME ZONE 'UTC')::date AS day, sum(amount) AS revenue, count(*) AS tx_count
        FROM public.tpc_transactions GROUP BY 1) AS made
      LEFT JOIN (SELECT (created_at AT TIME ZONE 'UTC')::date AS day, trim_scale(sum(referral_sum)) AS referral,
          trim_scale(sum(treasury_sum)) AS treasury, trim_scale(sum(buyback_sum)) AS buyback
        FROM public.tpc_distribution_batches GROUP BY 1) AS batches USING (day)
    ORDER BY day DESC LIMIT 365) AS d`,
  csv: `SELECT concat_ws(',', id, tx_count, revenue_sum, public_hash) AS row
    FROM public.tpc_distribution_batches ORDER BY created_at DESC`,
} as const;

/** Reads what the API will show. The session's TimeZone must be UTC. */
export async function readPublicLedger(client: pg.ClientBase): Promise<PublicLedger> {
  const ask = async (question: keyof typeof QUESTIONS) => {
    const sql = `SELECT row::text FROM (${QUESTIONS[question]}) AS answer`;
    const { rows } = await client.query<{ row: string }>(sql);
    return rows.map(({ row }) => row);
  };
  return {
    metrics: (await ask('metrics'))[0] ?? '{}',
    batches: await ask('batches'),
    wallets: (await ask('wallets'))[0] ?? '{}',
    changelog: await ask('changelog'),
    daily: await ask('daily'),
    csv: ['id,tx_count,revenue_sum,public_hash', ...(await ask('csv')), ''].join('\r\n'),
  };
}

/** The addresses of the wallets that the ledger publishes. */
export function walletsIn({ wallets }: PublicLedger): string[] {
  const published = Object.values(JSON.parse(wallets) as Record<string, { readonly address: string | null }>);
  return published.flatMap(({ address }) => address ?? []);
}

/** Where the public API stands, up to and including its version. */
export const API_BASE = '/functions/v1/tpc-public-api/public/v1';
const A_MINUTE = 60;

/**
 * The TPC platform as it is in the field: the public API v1 (GET and OPTIONS alone, money as JSON numbers, ranges
 * clamped, errors a text, 60 requests a minute), the transparency page and its CSV.
 */
export function tpcPlatform(ledger: PublicLedger, now: () => Date): Service {
  const window = { began: 0, used: 0 };
  const rate = () => {
    const seconds = Math.floor(now().getTime() / 1000);
    if (seconds - window.began >= 60) Object.assign(window, { began: seconds, used: 0 });
    window.used += 1;
    return {
      'x-ratelimit-limit': String(A_MINUTE),
      'x-ratelimit-remaining': String(Math.max(0, A_MINUTE - window.used)),
      'x-ratelimit-reset': String(window.began + 60),
    };
  };
  return ({ method, path, query }) => {
    if (path === '/en/transparency')
      return page('Transparency', `<code>public_hash</code> ${ledger.csv.slice(0, 400)}`);
    if (path === '/downloads/batches.csv')
      return { status: 200, headers: { 'content-type': 'text/csv; charset=utf-8' }, body: ledger.csv };
    if (method === 'OPTIONS')
      return { status: 204, headers: { 'access-control-allow-origin': '*' }, body: '' };
    if (method !== 'GET') return refusal(405, 'Method not allowed', {});
    const headers = rate();
    if (window.used > A_MINUTE) return refusal(429, 'Too many requests', headers);
    const endpoint = path.startsWith(`${API_BASE}/`) ? path.slice(API_BASE.length + 1) : '';
    const clamped = (name: string, otherwise: number, most: number) =>
      Math.min(most, Math.max(1, Math.trunc(Number(query.get(name) ?? otherwise)) || otherwise));
    const success = (data: string, meta: object = {}) =>
      json(
        `{"ok":true,"version":"v1","meta":${JSON.stringify({ generated_at: now().toISOString(), endpoint, ...meta })},"data":${data}}`,
        200,
        headers,
      );
    const list = (rows: readonly string[], meta: object, count: number) =>
      success(`[${rows.slice(0, count).join(',')}]`, meta);
    const limit = clamped('limit', endpoint === 'batches' ? 10 : 20, endpoint === 'batches' ? 50 : 100);
    const days = clamped('days', 30, 365);
    switch (endpoint) {
      case 'metrics':
        return success(ledger.metrics);
      case 'batches':
        return list(ledger.batches, { limit }, limit);
      case 'wallets':
        return success(ledger.wallets);
      case 'changelog':
        return list(ledger.changelog, { limit }, limit);
      case 'daily':
        return list(ledger.daily, { days }, days);
      default:
        return refusal(404, 'Not found', headers);
    }
  };
}

function refusal(status: number, error: string, headers: Readonly<Record<string, string>>): WorldAnswer {
  return json({ ok: false, error }, status, headers);
}
