import { type IsoInstant, monthOf } from '../../core/instant.ts';
import { TAKEDOWNS, type TakenDown } from '../../fold/takedowns.ts';
import type { SealedWords } from '../../ledger/record.ts';
import { readMonth, writeMonth } from '../../store/month-files.ts';

/** Enters what is stated of texts that are to go; nothing where that was entered before. */
export async function enterTakedowns(
  content: string,
  added: readonly TakenDown[],
  demo: boolean,
  at: IsoInstant,
): Promise<void> {
  if (added.length === 0) return;
  const month = monthOf(at);
  const before = readMonth(content, TAKEDOWNS, month)?.value.takedowns ?? [];
  await writeMonth(content, TAKEDOWNS, month, { demo, takedowns: [...before, ...added] }, at);
}

/** Lines of sealed words, of those that were taken down what is stated of that in the place of the text. */
export function sealedLines(
  lines: readonly SealedWords[],
  taken: ReadonlyMap<string, TakenDown>,
): SealedWords[] {
  return lines.map((line) => {
    const one = taken.get(line.digest);
    if (one === undefined) return line;
    const { folder: _, digest, ...taken_down } = one;
    return { digest, salt: line.salt, taken_down };
  });
}
