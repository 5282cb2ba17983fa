import type { Segment } from '../site/views/segment.ts';

/** A sentence of a page model as a reader hears it, its no-break spaces as plain ones. */
export function read(sentence: readonly Segment[]): string {
  return sentence.map(spoken).join('').replaceAll('\u00A0', ' ');
}

function spoken(segment: Segment): string {
  if (typeof segment === 'string') return segment;
  switch (segment.kind) {
    case 'time':
      return segment.brief === true ? segment.time.wib : `${segment.time.wib} (${segment.time.utc})`;
    case 'link':
    case 'strong':
      return segment.text;
    case 'amount':
      return segment.amount.whole + segment.amount.fraction;
    case 'hash':
      return segment.hash.short;
    case 'foreign':
      return [...segment.foreign.lead, ...(segment.foreign.rest?.runs ?? [])]
        .map((run) => run.text ?? `[${run.code}]`)
        .join('');
    default:
      return segment satisfies never;
  }
}
