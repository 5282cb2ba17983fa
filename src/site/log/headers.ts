/** What every answer below `/log/` bears: a reader's browser compares mirrors and witnesses of other hosts. */
export const CROSS_ORIGIN = { 'Access-Control-Allow-Origin': '*' } as const;

const TEXT = 'text/plain; charset=utf-8';
const FOREVER = 'public, max-age=31536000, immutable';

/**
 * How each kind of file of the log is answered, by its path from the root of the site (C2SP tlog-tiles): a checkpoint is
 * believed for seconds, a tile and a proof
 * never become others, a bundle of proofs grows, and a record may be taken down.
 */
export const LOG_HEADERS: readonly {
  readonly files: RegExp;
  readonly headers: { readonly 'Content-Type': string; readonly 'Cache-Control': string };
}[] = [
  {
    files: /^log\/(checkpoint|policy)$/,
    headers: { 'Content-Type': TEXT, 'Cache-Control': 'public, max-age=5' },
  },
  {
    files: /^log\/tile\//,
    headers: { 'Content-Type': 'application/octet-stream', 'Cache-Control': FOREVER },
  },
  {
    files: /^log\/proof\/.*\.tlog-proof$/,
    headers: { 'Content-Type': TEXT, 'Cache-Control': FOREVER },
  },
  {
    files: /^log\/proof\/.*\.json$/,
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-cache' },
  },
  {
    files: /^log\/build\.sha256$/,
    headers: { 'Content-Type': TEXT, 'Cache-Control': 'no-cache' },
  },
  {
    files: /^log\/build\.json$/,
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-cache' },
  },
  {
    files: /^log\/records\//,
    headers: { 'Content-Type': 'application/jsonl; charset=utf-8', 'Cache-Control': 'no-cache' },
  },
];
