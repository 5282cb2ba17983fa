import { ExpectedError } from '../core/expected-error.ts';
import type { IsoInstant } from '../core/instant.ts';

/** The field's standard for a build that can be repeated: seconds since 1970 that stand for its present. */
export const EPOCH = 'SOURCE_DATE_EPOCH';

/** Until the year 5138. */
const SECONDS = /^\d{1,11}$/;

/**
 * The present instant of a build, in milliseconds since 1970: what `SOURCE_DATE_EPOCH` says
 * (https://reproducible-builds.org/specs/source-date-epoch/), or the clock where it is not set. Whatever a page makes of
 * "now" comes from here, so that the same content and the same instant make the same bytes.
 *
 * @throws ExpectedError when it is no whole number of seconds
 */
export function buildInstant(env: NodeJS.ProcessEnv = process.env): number {
  const given = env[EPOCH];
  if (given === undefined || given === '') return Date.now();
  if (!SECONDS.test(given))
    throw new ExpectedError(`${EPOCH} is "${given}": it must be a whole number of seconds since 1970.`);
  return Number(given) * 1000;
}

/** The same as text, in whole seconds. */
export function buildTime(env: NodeJS.ProcessEnv = process.env): IsoInstant {
  return timeOf(Math.floor(buildInstant(env) / 1000));
}

/** Seconds since 1970 as text. */
export function timeOf(epoch: number): IsoInstant {
  return new Date(epoch * 1000).toISOString().replace('.000Z', 'Z');
}

/** Makes the present second the instant of everything that this process builds, where none is set. @throws ExpectedError */
export function fixInstant(env: NodeJS.ProcessEnv = process.env): void {
  env[EPOCH] = String(Math.floor(buildInstant(env) / 1000));
}
