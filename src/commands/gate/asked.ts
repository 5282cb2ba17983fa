import { formatVkey } from '../../log/key.ts';
import type { LoggedKey } from '../../log/key-change.ts';
import type { NamedMirror } from '../../log/mirror-list.ts';
import { parsePolicy } from '../../log/policy.ts';
import { MIRRORS_FILE, mirrorsAmong, mirrorsIn } from '../../site/log/mirrors.ts';
import { type Git, textAt } from '../../store/git.ts';
import type { Compared, Trust } from './others.ts';

/** Where people write the policy, below the content root. */
const POLICY_FILE = 'written/log/policy';

/** Whom the gate asks beside the live site. */
export interface Asked {
  readonly witnesses: readonly {
    readonly witness: Trust['policy']['witnesses'][number];
    readonly trust: Trust;
  }[];
  readonly mirrors: readonly NamedMirror[];
  /** Whose signatures count: by the policy that is here, or else by the one that was published. */
  readonly trust: Trust | null;
  /** That the policy is another than was published. */
  readonly changed: readonly Compared[];
}

/**
 * Those that the content names, and those that the commit which was published last names: the accused does not choose who
 * is asked. `base` is null where that commit is not there.
 */
export async function askedOf(
  contentRoot: string,
  git: Git,
  base: string | null,
  policy: string | null,
  keys: readonly LoggedKey[],
): Promise<Asked> {
  const before = base === null ? null : await textAt(git, base, POLICY_FILE);
  const mirrorsBefore = base === null ? null : await textAt(git, base, MIRRORS_FILE);
  const trusts = [policy, before].flatMap((text) =>
    text === null ? [] : [{ policy: parsePolicy(text), keys }],
  );
  const witnesses = new Map<string, Asked['witnesses'][number]>();
  for (const trust of trusts)
    for (const witness of trust.policy.witnesses) {
      const at = `${formatVkey(witness.key)} ${witness.url}`;
      if (!witnesses.has(at)) witnesses.set(at, { witness, trust });
    }
  const mirrors = [
    ...mirrorsIn(contentRoot),
    ...(mirrorsBefore === null ? [] : mirrorsAmong(`${base}:${MIRRORS_FILE}`, mirrorsBefore)),
  ];
  return {
    witnesses: [...witnesses.values()],
    mirrors: [...new Map(mirrors.map((mirror) => [mirror.address, mirror])).values()],
    trust: trusts[0] ?? null,
    changed: base === null || before === null ? [] : changesOf(base, before, policy ?? ''),
  };
}

/** The lines that a policy lost and got, but for comments. */
function changesOf(where: string, before: string, now: string): Compared[] {
  const linesIn = (text: string) =>
    text
      .split('\n')
      .map((line) => line.trim().replaceAll(/[ \t]+/g, ' '))
      .filter((line) => line !== '' && !line.startsWith('#'));
  const [was, is] = [linesIn(before), linesIn(now)];
  const gone = was.filter((line) => !is.includes(line)).map((line) => `- ${line}`);
  const added = is.filter((line) => !was.includes(line)).map((line) => `+ ${line}`);
  const what = [...gone, ...added].join('\n');
  return what === '' ? [] : [{ verdict: 'policy', where, what }];
}
