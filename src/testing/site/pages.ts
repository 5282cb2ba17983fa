import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { pathsUnder } from '../../words/paths.ts';
import { failedReport, latestBatch, openIncident } from './content.ts';

/** One page of every kind, below `/<lang>/`, of a site built from `contentRoot`. */
export function kindsOfPage(contentRoot: string): string[] {
  const batch = latestBatch(contentRoot);
  const reported = failedReport(contentRoot);
  const month = batch.created_at.slice(0, 7).replace('-', '/');
  return [
    '',
    'status/',
    'status/tpc/',
    'status/coinscious/',
    'status/voucher/',
    'transparency/',
    'transparency/batches/',
    `transparency/batches/${month}/`,
    `transparency/batches/${batch.id}/`,
    'transparency/wallets/',
    'transparency/changelog/',
    'transparency/split/',
    'transparency/verify/',
    'transparency/paid/',
    'incidents/',
    `incidents/${openIncident(contentRoot)}/`,
    'incidents/system/tpc/',
    'maintenance/',
    'archive/',
    'log/',
    'log/drill/',
    'reports/',
    'reports/audit/',
    `reports/month/${reported.due_at.slice(0, 7).replace('-', '/')}/`,
    `reports/${reported.system}/`,
    `reports/${reported.system}/${reported.routine}/`,
    pathsUnder('/')
      .page('en', { name: 'report', ...reported, due: reported.due_at })
      .slice('/en/'.length),
  ];
}

/** The same in both languages. */
export function pagesIn(contentRoot: string): string[] {
  return ['en', 'id'].flatMap((language) => kindsOfPage(contentRoot).map((path) => `/${language}/${path}`));
}

/** A reader with a phone. */
export const PHONE = { viewport: { width: 360, height: 740 } };

/** Opens `url` as a new reader, hands the page over, and leaves. */
export async function visit<T>(
  browser: Browser,
  url: string,
  options: BrowserContextOptions,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(url);
    return await work(page);
  } finally {
    await context.close();
  }
}
