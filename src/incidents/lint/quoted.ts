import type { NoteFile } from '../model/note-file.ts';
import { contact } from './contact.ts';
import { privateKey } from './private-key.ts';
import type { LintContext } from './rule.ts';
import { secret } from './secret.ts';
import { wallet } from './wallet.ts';

/** What is shown of a text: enough to know it again. */
const MOST_CHARACTERS = 160;
/** How much of what is alike stands before what differs. */
const BEFORE = 40;

/** What may never be repeated, whoever accepted it once. */
const KEPT_BACK = [secret, privateKey, contact, wallet];

/** Whether a text can be repeated in a finding, which is public: it holds no secret and nothing of a person. */
export async function isQuotable(text: string, note: NoteFile, context: LintContext): Promise<boolean> {
  const breaches = await Promise.all(KEPT_BACK.map(({ find }) => find({ ...note, text }, context)));
  return breaches.flat().length === 0;
}

/** The words of `text` from shortly before where `other` differs from it, in one line: at most 160 characters. */
export function fromDifference(text: string, other: string): string {
  const [said, instead] = [plain(text), plain(other)];
  let differs = 0;
  while (differs < said.length && said[differs] === instead[differs]) differs += 1;
  const wanted = Math.max(0, differs - BEFORE);
  const from = wanted === 0 ? 0 : said.indexOf(' ', wanted) + 1;
  const shown = said.slice(from, from + MOST_CHARACTERS);
  return `${from === 0 ? '' : '… '}${shown}${from + MOST_CHARACTERS < said.length ? ' …' : ''}`;
}

function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
