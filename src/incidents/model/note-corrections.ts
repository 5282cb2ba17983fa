import type { Nodes, Root } from 'mdast';
import { parseMarkdown } from '../note/markdown.ts';
import { CORRECTION, type Update, type Words } from './note.ts';

/** What one correction says in one language, and of which words. */
export interface Correction {
  /** The update that corrects. */
  readonly number: number;
  /** The update whose words it quotes; null where it quotes none that were published before it. */
  readonly of: number | null;
  readonly quote: string | null;
  /** What is right, in plain words. */
  readonly said: string;
}

/** Every correction among these updates, in their order. */
export function correctionsIn(updates: readonly Update<string>[], language: keyof Words): Correction[] {
  const told = updates.map(({ number, status, text }) => {
    const { quote, said } = quotedIn(parseMarkdown(text[language], false));
    // What a correction quotes is not its own word: a further one is about what it said.
    return { number, status, quote, said, own: status === CORRECTION ? said : spaced(quote, said) };
  });
  return told.flatMap(({ number, status, quote, said }, index) => {
    if (status !== CORRECTION) return [];
    const about =
      quote === null ? undefined : told.slice(0, index).findLast(({ own }) => own.includes(quote));
    return [{ number, of: about?.number ?? null, quote, said }];
  });
}

/** The words that a text quotes at its beginning (`> …`), and what it says after them, both in one line. */
export function quotedIn({ children }: Pick<Root, 'children'>): { quote: string | null; said: string } {
  const [first, ...rest] = children;
  if (first?.type !== 'blockquote') return { quote: null, said: plain(children) };
  const quote = plain(first.children)
    .replace(/^["“”„]+|["“”]+$/gu, '')
    .trim();
  return { quote: quote === '' ? null : quote, said: plain(rest) };
}

function plain(nodes: Root['children']): string {
  return nodes
    .map((node) => wordsIn(node))
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** As a page shows it: a block begins a line, and an image has no words that could be marked. */
function wordsIn(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value;
    case 'break':
      return ' ';
    case 'paragraph':
    case 'heading':
    case 'listItem':
    case 'tableCell':
      return `${node.children.map((child) => wordsIn(child)).join('')} `;
    default:
      return 'children' in node ? node.children.map((child) => wordsIn(child)).join('') : '';
  }
}

function spaced(quote: string | null, said: string): string {
  return quote === null ? said : `${quote} ${said}`;
}
