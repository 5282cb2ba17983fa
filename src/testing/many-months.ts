/**
 * SQL that gives an empty reference ledger 24 months, each with a transaction, a batch and a changelog entry:
 * few rows, and as many files as years of publishing make.
 */
export const MANY_MONTHS = `
  SET TimeZone = 'UTC';
  INSERT INTO tpc_transactions (type, amount, status, verified_at, created_at)
    SELECT 'marketplace', 100 + n, 'verified', at, at
      FROM generate_series(1, 24) AS n, LATERAL (SELECT timestamptz '2024-02-05' + n * interval '1 month') AS month (at);
  DO $$ BEGIN
    FOR n IN 1..24 LOOP
      PERFORM tpc_distribute_at(timestamptz '2024-02-10' + n * interval '1 month');
    END LOOP;
  END $$;
  INSERT INTO tpc_changelog (created_at, key, new_value, reason)
    SELECT timestamptz '2024-02-15' + n * interval '1 month', 'limit', n::text, 'A new month.' FROM generate_series(1, 24) AS n;
  INSERT INTO tpc_public_wallets (name, address, type) VALUES ('Treasury', 'PASTE_TREASURY_WALLET', 'treasury');`;

/** SQL that changes something in every one of those months, so that the next snapshot replaces every file. */
export const EVERY_MONTH_CHANGED = `
  SET TimeZone = 'UTC';
  UPDATE tpc_distribution_batches SET note = 'Audited.';
  UPDATE tpc_changelog SET reason = 'A new month, said in better words.';
  INSERT INTO tpc_transactions (type, amount, created_at)
    SELECT 'staking', 7, timestamptz '2024-02-12' + n * interval '1 month' FROM generate_series(1, 24) AS n;`;
