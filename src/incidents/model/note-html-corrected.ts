import type { Element, ElementContent, Nodes, Parents, Text } from 'hast';

/** Words of an update that were corrected later, and what stands beside them. */
export interface CorrectedWords {
  readonly words: string;
  /** The anchor of the corrected words. */
  readonly id: string;
  /** Such as "Correction, 5 Jan 2026, 17:00 WIB:". */
  readonly label: string;
  readonly said: string;
  /** Where the correction itself stands, and the name of that link. */
  readonly href: string;
  readonly link: string;
}

/** What can stand within a line of words; a correction stands behind the outermost of them. */
const INLINE = new Set(['a', 'em', 'strong', 'code', 'del', 'ins', 'sup', 'sub', 's']);

interface Letter {
  readonly node: Text;
  readonly offset: number;
}

/** Marks the corrected words where they stand, and puts the correction right behind them. */
export function markCorrected(tree: Nodes, { words, id, label, said, href, link }: CorrectedWords): void {
  const { text, letters, parents } = lettersOf(tree);
  const at = text.indexOf(words);
  if (at === -1 || words === '') return;
  const own = Map.groupBy(letters.slice(at, at + words.length), ({ node }) => node);
  const pieces = [...own].filter(([node]) => node.value.trim() !== '');
  let last: ElementContent | null = null;
  for (const [index, [node, part]] of pieces.entries()) {
    const parent = parents.get(node);
    const [from, until] = [part[0]?.offset ?? 0, (part.at(-1)?.offset ?? 0) + 1];
    if (parent === undefined) continue;
    const marked: Element = {
      type: 'element',
      tagName: 'del',
      properties: { className: ['corrected'], ...(index === 0 ? { id } : {}) },
      children: [{ type: 'text', value: node.value.slice(from, until) }],
    };
    const around = [node.value.slice(0, from), marked, node.value.slice(until)].flatMap(
      (one): ElementContent[] =>
        typeof one !== 'string' ? [one] : one === '' ? [] : [{ type: 'text', value: one }],
    );
    const children = parent.children as ElementContent[];
    children.splice(children.indexOf(node), 1, ...around);
    parents.set(marked, parent);
    last = marked;
  }
  if (last === null) return;
  let behind: ElementContent = last;
  let parent = parents.get(behind);
  while (parent?.type === 'element' && INLINE.has(parent.tagName)) {
    behind = parent;
    parent = parents.get(behind);
  }
  const children = (parent?.children ?? []) as ElementContent[];
  children.splice(
    children.indexOf(behind) + 1,
    0,
    { type: 'text', value: ' ' },
    {
      type: 'element',
      tagName: 'ins',
      properties: { className: ['correction'] },
      children: [
        {
          type: 'element',
          tagName: 'strong',
          properties: {},
          children: [{ type: 'text', value: label }],
        },
        { type: 'text', value: ` ${said} ` },
        {
          type: 'element',
          tagName: 'a',
          properties: { href },
          children: [{ type: 'text', value: link }],
        },
      ],
    },
  );
}

/** The text of a tree in one line, and of each of its letters where it stands. */
function lettersOf(tree: Nodes) {
  const letters: Letter[] = [];
  const parents = new Map<Nodes, Parents>();
  let text = '';
  const walk = (node: Nodes, parent: Parents | null): void => {
    if (parent !== null) parents.set(node, parent);
    if (node.type === 'text') {
      for (let offset = 0; offset < node.value.length; offset += 1) {
        const letter = /\s/u.test(node.value[offset] ?? '') ? ' ' : (node.value[offset] ?? '');
        if (letter === ' ' && (text === '' || text.endsWith(' '))) continue;
        text += letter;
        letters.push({ node, offset });
      }
    } else if ('children' in node) for (const child of node.children) walk(child as Nodes, node);
  };
  walk(tree, null);
  return { text, letters, parents };
}
