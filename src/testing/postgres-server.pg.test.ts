import { execFile } from 'node:child_process';
import { expect, test } from 'vitest';

// Vitest says "failed" by setting process.exitCode, and lets the process end by itself.
const program = `
  import setup from ${JSON.stringify(new URL('./postgres-server.ts', import.meta.url).href)};
  process.exitCode = 3;
  const provided = {};
  const teardown = await setup({ provide(name, value) { provided[name] = value; } });
  await teardown();
  process.stdout.write(Object.keys(provided).join(' '));
`;

test('starting and stopping the server leaves the exit code of a failed run as it is', async () => {
  const { TEST_DATABASE_URL: _, ...env } = process.env;
  const { code, output } = await new Promise<{ code: unknown; output: string }>((resolve) => {
    execFile(process.execPath, ['--input-type=module', '--eval', program], { env }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, output: stdout + stderr }),
    );
  });
  expect(output).toBe('postgresAdminUrl ledgerTemplate');
  expect(code).toBe(3);
}, 60_000);
