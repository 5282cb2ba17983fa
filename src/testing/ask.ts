import type { Answer } from '../status/ask/answer.ts';
import { ask } from '../status/ask/ask.ts';
import type { AskContext } from '../status/ask/context.ts';
import type { Sample } from '../status/sample.ts';
import type { Check } from '../systems/check/check.ts';
import type { System } from '../systems/system.ts';
import { nothingPublished, systemOf } from './checks.ts';

export interface GivenContext extends Partial<Omit<AskContext, 'now' | 'samples'>> {
  readonly now?: string;
  readonly samples?: Readonly<Record<string, Sample>>;
  readonly system?: System;
}

/** What a check may look at in a test: no settings, no limits, and a fixed time unless told. */
export function contextOf({
  now = '2026-01-26T12:00:00Z',
  samples = {},
  ...given
}: GivenContext = {}): AskContext {
  return {
    settings: {},
    now: () => now,
    budget: new AbortController().signal,
    slot: (work) => work(),
    inTurn: (_, work) => work(),
    silentDatabases: new Map(),
    exchanges: new Map(),
    databaseTimes: [],
    system: systemOf([{ kind: 'http', request: { url: 'https://localhost/' } }]),
    sqlFile: async () => {
      throw new Error('this test has no file of SQL');
    },
    published: nothingPublished,
    samples: new Map(Object.entries(samples)),
    ...given,
  };
}

/** Carries out one check. */
export function asking(check: Check, given: GivenContext = {}): Promise<Answer> {
  return ask(check, contextOf(given));
}
