import node from '@astrojs/node';
import { defineConfig } from 'astro/config';
import { accentOfSite } from './src/site/accent.ts';
import { buildBegins, buildEnds } from './src/site/log/build-record.ts';
import { logEmitter } from './src/site/log/emitter.ts';
import { foldHolds } from './src/site/log/fold.ts';
import { paidEmitter } from './src/site/paid/emitter.ts';

// SITE_URL and BASE_PATH are the only two things about the host that the build must know.
const site = process.env.SITE_URL ?? 'http://localhost:4321';
const base = process.env.BASE_PATH || '/';

export default defineConfig({
  site,
  base,
  output: 'static',
  // Pages are linked with a slash at the end (paths.ts); `/healthz` and other routes on demand have none.
  trailingSlash: 'ignore',
  integrations: [buildBegins, foldHolds, logEmitter, paidEmitter, buildEnds({ site, base })],
  adapter: node({ mode: 'middleware' }),
  build: { concurrency: 8, format: 'directory', inlineStylesheets: 'never' },
  vite: {
    plugins: [accentOfSite],
    build: {
      // A saved copy of the verify page has to verify by itself; all else by size.
      assetsInlineLimit: (file) => (file.includes('VerifyHere') ? true : undefined),
    },
  },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "base-uri 'self'",
        "form-action 'self'",
        "object-src 'none'",
      ],
    },
  },
  devToolbar: { enabled: false },
});
