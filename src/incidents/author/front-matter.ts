import { isMap, isScalar, type Pair, parseDocument } from 'yaml';
import { factsText } from './note-text.ts';

const FRONT_MATTER = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?\r?\n)(---[ \t]*(?:\r?\n|$))/;

/**
 * The text of a note with facts set, or taken out where they are null. Everything else stays byte for byte: the
 * order of fields, comments, quotation marks, ends of lines. A new fact comes last. RangeError without front matter.
 */
export function withFacts(text: string, facts: Readonly<Record<string, unknown>>): string {
  const found = FRONT_MATTER.exec(text);
  if (found === null) throw new RangeError('the note has no front matter');
  const [whole, begin = '', yaml = '', end = ''] = found;
  const newline = begin.endsWith('\r\n') ? '\r\n' : '\n';
  let edited = yaml;
  for (const [key, value] of Object.entries(facts)) edited = withFact(edited, key, value, newline);
  return `${begin}${edited}${end}${text.slice(whole.length)}`;
}

function withFact(yaml: string, key: string, value: unknown, newline: string): string {
  const written = value === null ? '' : factsText({ [key]: value }).replaceAll('\n', newline);
  const stands = rangeOf(yaml, key);
  if (stands === null) return `${yaml}${written}`;
  const { from, until } = stands;
  if (value !== null) return `${yaml.slice(0, from)}${written.trimEnd()}${yaml.slice(until)}`;
  const lineEnd = yaml.indexOf('\n', until);
  return `${yaml.slice(0, from)}${lineEnd === -1 ? '' : yaml.slice(lineEnd + 1)}`;
}

/** From where a field begins to where its value ends, without a comment behind it; null where there is none. */
function rangeOf(yaml: string, key: string): { from: number; until: number } | null {
  const { contents } = parseDocument(yaml);
  if (!isMap(contents)) return null;
  const pair = contents.items.find(({ key: name }: Pair) => isScalar(name) && name.value === key);
  if (pair === undefined || !isScalar(pair.key) || !pair.key.range) return null;
  const [from, nameEnd] = pair.key.range;
  const value = pair.value as { range?: readonly number[] | null } | null;
  const until = value?.range?.[1] ?? yaml.indexOf(':', nameEnd) + 1;
  return { from, until: from + yaml.slice(from, Math.max(until, nameEnd + 1)).trimEnd().length };
}
