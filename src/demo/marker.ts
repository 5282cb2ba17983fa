/** Stands in the comment on `tpc_distribution_batches` where the ledger's figures are invented. */
export const DEMO_MARKER = 'terang:demo';
