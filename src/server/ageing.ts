const TIMED = /<[a-z][a-z0-9]*\b[^<>]*\bdata-(?:valid-until|unknown-since|shown-from|shown-until)="[^<>]*>/g;
/** What is hidden until its time has come, and what is hidden once it is over. */
const BEGINS = /\bdata-(?:unknown-since|shown-from)="([^"]*)"/;
const ENDS = /\bdata-(?:valid-until|shown-until)="([^"]*)"/;

/**
 * A page or picture as it must read at `now` (milliseconds since 1970): what is past its time is hidden, and what
 * takes its place is shown; a window of maintenance begins and ends. The same that a browser does by itself, for
 * readers without a script.
 */
export function aged(text: string, now: number): string {
  return text.replaceAll(TIMED, (tag: string) => {
    const [, begins] = BEGINS.exec(tag) ?? [];
    const [, ends] = ENDS.exec(tag) ?? [];
    const begun = begins === undefined || isOver(begins, now);
    const over = ends !== undefined && isOver(ends, now);
    return begun && !over ? shown(tag) : hidden(tag);
  });
}

/**
 * The same for JSON that bears its own end: past `valid_until`, the fields that `past` names are as it has them.
 * What is no such document is returned as it is.
 */
export function agedJson(text: string, now: number): string {
  const { past, ...document } = JSON.parse(text) as { past?: object | null; valid_until?: string | null };
  if (past == null || !isOver(document.valid_until ?? '', now)) return text;
  return `${JSON.stringify({ ...document, ...past, past: null }, null, 1)}\n`;
}

/** Not "at or before now": a time that can not be read has passed, or its state would stay green for ever. */
function isOver(time: string, now: number): boolean {
  return !(Date.parse(time) > now);
}

function shown(tag: string): string {
  return tag.replace(/ hidden(="")?(?=[ >/])/, '').replace(' display="none"', '');
}

function hidden(tag: string): string {
  const mark = tag.startsWith('<g') ? ' display="none"' : ' hidden';
  return `${shown(tag).slice(0, -1)}${mark}>`;
}
