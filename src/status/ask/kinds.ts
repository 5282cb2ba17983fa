import type { CheckKind, CheckOf } from '../../systems/check/check.ts';
import { attested } from './attested.ts';
import type { Ask } from './context.ts';
import { dataset } from './dataset.ts';
import { derived } from './derived.ts';
import { http } from './http.ts';
import { jsonrpc } from './jsonrpc.ts';
import { reconciliation } from './reconciliation.ts';
import { sql } from './sql.ts';
import { tls } from './tls.ts';

/** How each kind of check is carried out. A kind without an entry here does not compile. */
export const KINDS: { readonly [Kind in CheckKind]: Ask<CheckOf<Kind>> } = {
  http,
  sql,
  jsonrpc,
  tls,
  dataset,
  attested,
  derived,
  reconciliation,
};
