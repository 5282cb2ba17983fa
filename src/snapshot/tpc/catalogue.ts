import type pg from 'pg';
import { toSourceError } from '../../postgres/error.ts';
import { PUBLIC_SETTINGS, SETTING_KEYS, type SettingKey } from './setting.ts';

/** What a database holds, as its catalogue tells: by that its form is known, never by trying. */
export interface Catalogue {
  /** Tables and views of the schema `public`, as `public.<name>`. */
  readonly relations: ReadonlySet<string>;
  /** Whether a transaction can name its batch. */
  readonly transactionsHaveBatch: boolean;
  /** The settings that are asked for and are there. */
  readonly settings: ReadonlySet<SettingKey>;
}

export async function readCatalogue(client: pg.Client): Promise<Catalogue> {
  const { rows } = await client.query<{ name: string; has_batch: boolean }>(
    `SELECT 'public.' || c.relname AS name,
            EXISTS (SELECT FROM pg_attribute AS a
                     WHERE a.attrelid = c.oid AND a.attname = 'batch_id' AND NOT a.attisdropped) AS has_batch
       FROM pg_class AS c
      WHERE c.relnamespace = to_regnamespace('public') AND c.relkind IN ('r', 'p', 'v', 'm', 'f')`,
  );
  const relations = new Set(rows.map(({ name }) => name));
  const transactionsHaveBatch = rows.some((row) => row.name === 'public.tpc_transactions' && row.has_batch);
  const settings = relations.has(PUBLIC_SETTINGS) ? await readKeys(client) : new Set<SettingKey>();
  return { relations, transactionsHaveBatch, settings };
}

/** Settings that can not be read may be there: reading them as a dataset then says why it is not possible. */
async function readKeys(client: pg.Client): Promise<Set<SettingKey>> {
  await client.query('SAVEPOINT catalogue');
  try {
    const { rows } = await client.query<{ key: SettingKey }>(
      `SELECT DISTINCT key FROM ${PUBLIC_SETTINGS} WHERE key = ANY ($1::text[])`,
      [SETTING_KEYS],
    );
    // Back, not on: the locks of this look would count as tables that every dataset reads.
    await client.query('ROLLBACK TO SAVEPOINT catalogue');
    return new Set(rows.map(({ key }) => key));
  } catch (error) {
    const failure = toSourceError(error, 'Looking for settings');
    await client.query('ROLLBACK TO SAVEPOINT catalogue').catch(() => undefined);
    if (failure.failure === 'connection-lost') throw failure;
    return new Set(SETTING_KEYS);
  }
}
