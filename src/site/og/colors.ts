import type { ImageShape } from '../views/og/image.ts';

/** The light colours of `styles/tokens.css`: an image has no dark twin. A test holds them together. */
export const COLORS = {
  paper: '#fbfaf6',
  ink: '#16202a',
  quiet: '#55616c',
  rule: '#dedace',
  sun: '#e8a317',
  earlier: '#9dbcc0',
  shapes: {
    up: '#1b7f4b',
    degraded: '#8a5200',
    down: '#b3261e',
    unknown: '#55616c',
    closed: '#16202a',
    equal: '#16202a',
    unequal: '#b3261e',
    absent: '#55616c',
    untold: '#55616c',
    unchecked: '#55616c',
  } satisfies Record<ImageShape, string>,
} as const;
