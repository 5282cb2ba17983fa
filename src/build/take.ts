import pLimit from 'p-limit';
import { sha256Hex } from '../core/canonical.ts';
import { AT_ONCE, type TakenFile } from './compare.ts';
import { parseList } from './file-list.ts';
import { type Answer, type Ask, textOf } from './served.ts';
import { LIST_FILE, STATEMENT_FILE, UNLISTED } from './statement.ts';

/** What a site served at one time: as long as it states the same build, before the first file and behind the last. */
export interface Taken {
  readonly statement: Answer;
  readonly list: Answer;
  /** The paths that it lists, and those that are there. */
  readonly paths: readonly string[];
  /** What it answered; what it neither lists nor has is asked for anew. */
  readonly ask: (file: string) => Promise<Answer | TakenFile>;
}

/** A site is published every quarter of an hour, and a build of it takes minutes. */
const ROUNDS = 3;

/** Takes every file of a site before anything is compared; null where it stated another build each time. */
export async function takeSite(ask: Ask, present: readonly string[]): Promise<Taken | null> {
  for (let round = 1; round <= ROUNDS; round++) {
    const statement = await ask(STATEMENT_FILE);
    const list = await ask(LIST_FILE);
    const listed = new Map((parseList(textOf(list)) ?? []).map((file) => [file.path, file.sha256]));
    const paths = [...new Set([...listed.keys(), ...present])].filter((file) => !UNLISTED.includes(file));
    const limit = pLimit(AT_ONCE);
    const answers = new Map<string, Answer | TakenFile>();
    const take = async (file: string) => {
      const answer = await ask(file);
      const sha256 = listed.get(file);
      const isAsListed = answer.bytes !== null && sha256Hex(answer.bytes) === sha256;
      answers.set(file, isAsListed && sha256 !== undefined ? { sha256 } : answer);
    };
    await Promise.all(paths.map((file) => limit(take, file)));
    if (textOf(await ask(STATEMENT_FILE)) === textOf(statement))
      return { statement, list, paths, ask: async (file) => answers.get(file) ?? ask(file) };
  }
  return null;
}
