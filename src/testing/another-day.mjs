// Loaded into a process before anything else (`node --import`): its clock stands 40 days and some hours ahead.
const AHEAD = (40 * 24 + 7) * 3_600_000;
const Clock = Date;
const ahead = () => Clock.now() + AHEAD;

globalThis.Date = new Proxy(Clock, {
  construct: (_, given) => (given.length === 0 ? new Clock(ahead()) : new Clock(...given)),
  apply: () => new Clock(ahead()).toString(),
  get: (target, name) => (name === 'now' ? ahead : Reflect.get(target, name)),
});
