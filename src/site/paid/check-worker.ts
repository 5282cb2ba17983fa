import { type CheckedList, checkListed } from './check.ts';

/** What a worker is asked, and what it answers: what was found, or the name of the error that stopped it. */
export type CheckAsked = Parameters<typeof checkListed>;
export type CheckTold = { readonly found: CheckedList } | { readonly error: string };

// In a worker, so that the verifier is bundled for this page apart: the verify page holds its own copy in itself, and a
// saved copy of that page works without any other file.
addEventListener('message', ({ data }: MessageEvent<CheckAsked>) => {
  checkListed(...data).then(
    (found) => postMessage({ found } satisfies CheckTold),
    (error: unknown) =>
      postMessage({ error: error instanceof Error ? error.name : 'Error' } satisfies CheckTold),
  );
});
