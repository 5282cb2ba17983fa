import { Temporal } from 'temporal-polyfill';
import { durationSchema } from '../../core/instant.ts';

const HOURS = /^(\d+)\s*(?:jam|hours?|h)\b/i;
const MINUTES = /^(\d+)\s*(?:menit|minutes?|mins?|min|m)\b/i;

/** A length of time as people write it, `2 jam`, `1 hour 30 minutes` or `PT2H`, as ISO 8601; null for any other. */
export function readSpan(text: string): string | null {
  const written = text.trim();
  if (durationSchema.safeParse(written.toUpperCase()).success) return written.toUpperCase();
  const hours = HOURS.exec(written);
  const rest = written.slice(hours?.[0].length ?? 0).trim();
  const minutes = MINUTES.exec(rest);
  if (rest.slice(minutes?.[0].length ?? 0) !== '') return null;
  const span = Temporal.Duration.from({
    hours: Number(hours?.[1] ?? 0),
    minutes: Number(minutes?.[1] ?? 0),
  });
  return span.sign > 0 ? span.toString() : null;
}
