import { canonicalJson, type Json, sha256Hex } from '../core/canonical.ts';
import type { IsoInstant } from '../core/instant.ts';
import type { Check } from '../systems/check/check.ts';
import type { System } from '../systems/system.ts';

/** By check: SHA-256 of the question that was asked last, and the first run that asked it as it was then. */
export type AskedQuestions = Readonly<
  Record<string, { readonly sha256: string; readonly since: IsoInstant }>
>;

/**
 * What the checks of a system ask, as a hash by check: everything that decides an answer – its definition but for the
 * words about it, its files of SQL (`textOf`; null where there is none), the setting and the checks it rests on. An
 * answer to another question says nothing of this one.
 */
export function questionsOf(
  system: System,
  textOf: (file: string) => string | null,
): Readonly<Record<string, string>> {
  const hashed = (check: Check, above: readonly string[]): string => {
    const { name: _, asks: __, ...asked } = check;
    const files = 'file' in check ? [check.file, 'out_of' in check ? check.out_of : undefined] : [];
    const rests = (id: string) => {
      const input = system.checks.find((other) => other.id === id);
      return input === undefined || above.includes(id) ? null : hashed(input, [...above, check.id]);
    };
    const inputs =
      check.kind === 'derived'
        ? [
            rests(check.of),
            'check' in check.to ? rests(check.to.check) : (system.settings[check.to.setting]?.value ?? null),
          ]
        : 'instead' in check && check.instead !== undefined
          ? [rests(check.instead.while_down)]
          : [];
    const sql = files.map((file) => (file === undefined ? null : textOf(file)));
    const question = JSON.parse(JSON.stringify({ asked, sql, inputs })) as Json;
    return sha256Hex(canonicalJson(question));
  };
  return Object.fromEntries(system.checks.map((check) => [check.id, hashed(check, [])]));
}

/** What stands after a run at `at`: a question that is another than before was asked since this run. */
export function questionsAsked(
  questions: Readonly<Record<string, string>>,
  before: AskedQuestions | undefined,
  at: IsoInstant,
): AskedQuestions {
  const asked = Object.entries(questions).map(([id, sha256]) => {
    const known = before?.[id];
    return [id, known?.sha256 === sha256 ? known : { sha256, since: at }] as const;
  });
  return Object.fromEntries(asked);
}

/**
 * Since when each check was asked what it asks now: null where it was not asked since it changed. Undefined where the
 * content is of a version that did not say.
 */
export function askedSince(
  questions: Readonly<Record<string, string>>,
  asked: AskedQuestions | undefined,
): Readonly<Record<string, IsoInstant | null>> | undefined {
  if (asked === undefined) return undefined;
  const since = Object.entries(questions).map(([id, sha256]) => {
    const known = asked[id];
    return [id, known?.sha256 === sha256 ? known.since : null] as const;
  });
  return Object.fromEntries(since);
}
