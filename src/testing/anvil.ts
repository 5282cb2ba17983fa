import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A real node of an EVM chain of its own, on loopback (https://getfoundry.sh/anvil): gone after the test. */
export interface Anvil {
  readonly url: string;
  /** What a method answers. */
  readonly call: (method: string, ...params: readonly unknown[]) => Promise<unknown>;
}

/** The chain id that it has unless told. */
export const ANVIL_CHAIN = 31_337;

/** Where its binary lies: of its own platform's package, whose installation needs no script. */
function binary(): string {
  const platform = { x64: 'amd64', arm64: 'arm64' }[process.arch as string] ?? process.arch;
  const require = createRequire(import.meta.url);
  const from = createRequire(require.resolve('@foundry-rs/anvil/package.json'));
  const manifest = from.resolve(`@foundry-rs/anvil-${process.platform}-${platform}/package.json`);
  return path.join(path.dirname(manifest), 'bin', 'anvil');
}

export async function startAnvil(): Promise<Anvil> {
  const child = spawn(binary(), ['--port', '0', '--host', '127.0.0.1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(async () => {
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill();
    await ended;
  });
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.once('error', reject);
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk;
      const [, address] = /Listening on (127\.0\.0\.1:\d+)/.exec(said) ?? [];
      if (address !== undefined) resolve(`http://${address}`);
    });
  });
  const call = async (method: string, ...params: readonly unknown[]) => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const { result, error } = (await response.json()) as { result?: unknown; error?: { message: string } };
    if (error !== undefined) throw new Error(error.message);
    return result;
  };
  return { url, call };
}
