import { type EvmChain, heightOf } from './evm.ts';
import { json, page, type Service } from './server.ts';

export interface CoinsciousOptions {
  readonly chain: EvmChain;
  /** How many blocks the indexer is behind. */
  readonly lag: number;
  readonly environment: 'production' | 'staging';
  readonly now: () => Date;
}

/** Console, API and indexer of COINSCIOUS, below /console, /api and /indexer. */
export function coinscious({ chain, lag, environment, now }: CoinsciousOptions): Service {
  return ({ path }) => {
    const timestamp = now().toISOString();
    const uptime = Math.floor(now().getTime() / 1000) % 864_000;
    switch (path) {
      case '/console':
        return page('Operator console');
      case '/api/health':
        return json({ status: 'healthy', timestamp, uptime, environment, database: 'connected' });
      case '/api/system/status':
        return json({ status: 'running', paused: false, timestamp });
      case '/indexer/health':
        return json(indexerHealth(heightOf(chain, now()), lag, timestamp, uptime));
      case '/indexer/metrics':
        return json({
          timestamp,
          system: { memory: { heapUsed: 168_300_544, heapTotal: 262_144_000 }, uptime },
          indexer: { eventsPerMinute: 138 + (Math.floor(now().getTime() / 60_000) % 41) },
        });
      default:
        return json({ error: 'not found' }, 404);
    }
  };
}

/** The indexer warns of a lag by itself, beyond ten blocks. */
function indexerHealth(height: number, lag: number, timestamp: string, uptime: number) {
  const behind = lag >= 10;
  const pass = (responseTime: number) => ({ status: 'PASS', message: 'ok', responseTime });
  const eventsProcessed = 100_000 + uptime * 2;
  const errorsCount = Math.floor(eventsProcessed / 4_000);
  const lastProcessedBlock = height - lag;
  return {
    status: behind ? 'DEGRADED' : 'HEALTHY',
    timestamp,
    checks: {
      database: pass(6),
      rpc: pass(41),
      contracts: pass(38),
      indexer: {
        status: behind ? 'WARN' : 'PASS',
        message: behind ? 'indexer is behind the chain' : 'indexer is up to date',
        responseTime: 2,
        details: {
          currentBlock: String(height),
          lastProcessedBlock,
          blockLag: lag,
          eventsProcessed,
          errorsCount,
        },
      },
    },
    metrics: { lastProcessedBlock, eventsProcessed, errorsCount, uptime },
  };
}
