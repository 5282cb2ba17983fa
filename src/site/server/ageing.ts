import { isClockWrong, isOver, isShown } from '../../core/ageing.ts';

/** How a text reads at a time, in milliseconds since 1970. */
export type Turn = (text: string, now: number) => string;

/**
 * How a file of the build is turned over past its time: pages, pictures, and badges as JSON; null for what holds no
 * state that ends. By the file alone: an address can be written in many ways.
 */
export function turnOf(file: string): Turn | null {
  if (/\.(html|svg)$/.test(file)) return aged;
  return /^badges\/.*\.json$/.test(file) ? agedJson : null;
}

const TIMED =
  /<[a-z][a-z0-9]*\b[^<>]*\bdata-(?:valid-until|unknown-since|shown-from|shown-until|clock)="[^<>]*>/g;
/** The time of the latest data, on the outermost element of a page or picture. */
const DATED = /<(?:html|svg)\b[^<>]*\bdata-dated="([^"]*)"/;

/**
 * A page or picture as it must read at `now` (milliseconds since 1970): what is past its time is hidden, and what
 * takes its place is shown; a window of maintenance begins and ends. The same that a browser does by itself, for
 * readers without a script.
 */
export function aged(text: string, now: number): string {
  const dated = DATED.exec(text)?.[1];
  return text.replaceAll(TIMED, (tag: string) => {
    const element = {
      validUntil: dataOf(tag, 'valid-until'),
      unknownSince: dataOf(tag, 'unknown-since'),
      shownFrom: dataOf(tag, 'shown-from'),
      shownUntil: dataOf(tag, 'shown-until'),
      clock: dataOf(tag, 'clock'),
    };
    return isShown(element, dated, now) ? shown(tag) : hidden(tag);
  });
}

interface AgeingJson {
  readonly observed_at?: string | null;
  readonly valid_until?: string | null;
  /** What takes the place of the fields that it names once the time is over … */
  readonly past?: object | null;
  /** … and where the clock stands before the data. */
  readonly clock_wrong?: object | null;
}

/**
 * The same for JSON that bears its own end: past `valid_until`, the fields that `past` names are as it has them.
 * What is no such document is returned as it is.
 */
export function agedJson(text: string, now: number): string {
  const { past, clock_wrong, ...document } = JSON.parse(text) as AgeingJson;
  if (past == null) return text;
  const wrong = isClockWrong(document.observed_at ?? undefined, now);
  if (!wrong && !isOver(document.valid_until ?? '', now)) return text;
  const instead = wrong ? (clock_wrong ?? past) : past;
  return `${JSON.stringify({ ...document, ...instead, past: null, clock_wrong: null }, null, 1)}\n`;
}

function dataOf(tag: string, name: string): string | undefined {
  return new RegExp(`\\bdata-${name}="([^"]*)"`).exec(tag)?.[1];
}

function shown(tag: string): string {
  return tag.replace(/ hidden(="")?(?=[ >/])/, '').replace(' display="none"', '');
}

function hidden(tag: string): string {
  const mark = tag.startsWith('<g') ? ' display="none"' : ' hidden';
  return `${shown(tag).slice(0, -1)}${mark}>`;
}
