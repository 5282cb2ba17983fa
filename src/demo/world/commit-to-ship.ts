import { json, type Service } from './server.ts';

/** The application of Commit To Ship: its health, and a rate-limited address (which wants a wallet's signature). */
export function commitToShip(now: () => Date): Service {
  return ({ path }) => {
    switch (path) {
      case '/api/health':
        return json({
          status: 'ok',
          timestamp: now().toISOString(),
          uptime: Math.floor(now().getTime() / 1000) % 604_800,
          checks: [
            { name: 'database', status: 'ok', latencyMs: 9 },
            { name: 'solana_rpc', status: 'ok', latencyMs: 64 },
          ],
          totalLatencyMs: 73,
        });
      case '/api/commitments/mine':
        return json({ error: 'Missing signature' }, 401);
      default:
        return json({ error: 'Not found' }, 404);
    }
  };
}
