import { utf8Bytes } from '../log/wire.ts';
import { startPeer } from './peer.ts';
import { POLICY, signedCheckpoint } from './signed-log.ts';
import type { TiledLog } from './tiled-log.ts';

/** A site under a base path whose log is what a test wants it to be; it ends with the test. */
export interface LogSite {
  readonly url: string;
  /** From now on it serves the first `size` entries of a log; null serves nothing. */
  show(log: TiledLog | null, size?: number): Promise<void>;
}

export async function startLogSite(): Promise<LogSite> {
  let shown: TiledLog | null = null;
  let own: Record<string, string> = {};
  const { url } = await startPeer(async ({ url: asked = '' }, response) => {
    const file = asked.replace('/terang/log/', '');
    const text = own[file];
    const bytes = text === undefined ? ((await shown?.read(file)) ?? null) : utf8Bytes(text);
    response.writeHead(bytes === null ? 404 : 200).end(bytes);
  });
  return {
    url: `${url}/terang`,
    show: async (log, size = 0) => {
      shown = log;
      own =
        log === null
          ? {}
          : {
              policy: POLICY,
              checkpoint: await signedCheckpoint(BigInt(size), await log.root(BigInt(size))),
            };
    },
  };
}
