import { homeOf as pageOf } from '../site/views/home.ts';

/** The home page of a site that offers everything, with what it shows of the ledger. */
export function homeOf(...given: Parameters<typeof pageOf>) {
  const { ledger, overview, ...page } = pageOf(...given);
  if (ledger === null || overview === null) throw new Error('the site under test does not offer everything');
  return { ...page, overview, ...ledger };
}
