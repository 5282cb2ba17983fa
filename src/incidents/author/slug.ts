const LONGEST = 80;

/**
 * The name of a note's file without `.md`: ASCII, from a title, after `before` (such as a day) where there is one;
 * with a number behind it when it is `taken`. A title without one Latin letter gives `fallback`.
 */
export function slugOf(title: string, { before, fallback, taken }: SlugOptions): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ');
  const words: string[] = [];
  for (const word of plain) {
    if ([...words, word].join('-').length > LONGEST) break;
    words.push(word);
  }
  const name = words.join('-') || plain[0]?.slice(0, LONGEST) || fallback;
  const slug = before === null ? name : `${before}-${name}`;
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number++;
  return `${slug}-${number}`;
}

export interface SlugOptions {
  readonly before: string | null;
  readonly fallback: string;
  /** The names there are already. */
  readonly taken: ReadonlySet<string>;
}
