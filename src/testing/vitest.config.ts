import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Four kinds of tests, told apart by their names, each with the real parts it needs. */
export default defineConfig({
  root,
  test: {
    reporters: process.env.CI ? ['default', 'github-actions'] : ['default'],
    // Unless told, Vitest leaves one core idle; most of what these tests wait for is not the processor.
    maxWorkers: '100%',
    projects: [
      {
        root,
        test: {
          name: 'unit',
          setupFiles: ['src/testing/unit-means-unit.ts'],
          // They change nothing outside themselves: a file finds the modules of the one before already loaded.
          isolate: false,
          include: ['src/**/*.test.ts'],
          exclude: ['src/**/*.{run,pg,site,browser}.test.ts'],
          // For what hangs, not a measure: a busy machine must not turn a test red.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'run',
          include: ['src/**/*.run.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'postgres',
          include: ['src/**/*.pg.test.ts'],
          globalSetup: ['src/testing/postgres-server.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        root,
        test: {
          name: 'browser',
          include: ['src/**/*.site.test.ts', 'src/**/*.browser.test.ts'],
          globalSetup: ['src/testing/site-server.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
