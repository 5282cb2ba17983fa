import { type Authority, createAuthority } from './certificate.ts';
import { json, page, type Service } from './server.ts';

/** What a service of the demo can be made to suffer from. For each there is a check that watches for it. */
export const FAULTS = [
  // of the connection: `listen` has them
  'slow',
  'refused',
  'cut',
  'expired-certificate',
  // of what is answered: `suffering` has them
  'status-500',
  'wrong-shape',
  'html',
  'redirect-loop',
  'huge-body',
  'cors-refused',
  // of what the service itself is: its own options have them
  'stale-block',
  'lag',
  'wrong-chain',
  'guard-missing',
] as const;
export type Fault = (typeof FAULTS)[number];

const HUGE = 3_000_000;
let made: Authority | undefined;

/** Who signs the certificates of the demo: trusted by nobody who is not told to. */
export function demoAuthority(): Authority {
  made ??= createAuthority();
  return made;
}

/** The same service with a fault in what it answers; with one of another sort, or none, as it is. */
export function suffering(service: Service, fault: Fault | undefined): Service {
  switch (fault) {
    case 'status-500':
      return () => json({ message: 'Internal Server Error' }, 500);
    case 'wrong-shape':
      return () => json({ unexpected: [] });
    case 'html':
      return () => page('Welcome');
    case 'redirect-loop':
      return ({ path }) => ({ status: 302, headers: { location: path }, body: '' });
    case 'huge-body':
      return () => json(`{"a":"${'a'.repeat(HUGE)}"}`);
    case 'cors-refused':
      return (request) => {
        const { headers = {}, ...answer } = service(request);
        const kept = Object.entries(headers).filter(([name]) => !name.startsWith('access-control-'));
        return { ...answer, headers: Object.fromEntries(kept) };
      };
    default:
      return service;
  }
}
