import { BNB, heightOf } from './evm.ts';
import { json, page, type Service } from './server.ts';

/** Listener, backend and reception of the voucher platform, below /listener, /backend and /reception. */
export function voucher(now: () => Date): Service {
  return ({ path }) => {
    switch (path) {
      case '/listener/health':
        return json({
          status: 'ok',
          listener: {
            heartbeat: new Date(now().getTime() - 4_000).toISOString(),
            // Three confirmations behind, and the block it is at.
            lastBlock: heightOf(BNB, now()) - 4,
            errors: { rpcDisconnects: 2, contractAddressMismatch: 0, eventParsing: 0 },
          },
        });
      case '/backend/health':
        return json({ status: 'ok', timestamp: now().toISOString() });
      case '/reception':
        return page('Reception');
      default:
        return json({ error: 'not found' }, 404);
    }
  };
}
