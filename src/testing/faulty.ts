import { onTestFinished } from 'vitest';
import type { Fault } from '../demo/world/faults.ts';
import { listen } from '../demo/world/listen.ts';
import type { Service } from '../demo/world/server.ts';

/** The address of a service that suffers from a fault, as the demo's do; it ends with its test. */
export async function startFaulty(service: Service, fault: Fault | undefined, delay = 0): Promise<string> {
  const { url, close } = await listen(service, delay, fault);
  onTestFinished(close);
  return url;
}
