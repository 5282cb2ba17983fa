import { ExpectedError } from '../core/expected-error.ts';
import type { Context } from './frame/command.ts';

/** Where the log of a site stands, by the site's own address. @throws ExpectedError when it is no address */
export function logOf(site: string, t: Context['t']): URL {
  const url = URL.parse(site.endsWith('/') ? site : `${site}/`);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new ExpectedError(t('witness.noAddress', { given: site }));
  return new URL('log/', url);
}
