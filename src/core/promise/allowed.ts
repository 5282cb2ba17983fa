/** Sentences that are allowed whole, since a policy or a runbook demands them; compared without case and spaces. */
export const ALLOWED_SENTENCES: readonly string[] = [
  'No profit, ROI, or guarantees are stated or implied.',
  'Tidak ada pernyataan atau jaminan hasil/ROI.',
];
