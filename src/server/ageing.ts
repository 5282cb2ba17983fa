const TIMED = /<[a-z]+\b[^<>]*\bdata-(valid-until|unknown-since)="([^"]+)"[^<>]*>/g;

/**
 * A page or picture as it must read at `now` (milliseconds since 1970): what is past its time is hidden, and what
 * takes its place is shown. The same that a browser does by itself, for readers without a script.
 */
export function aged(text: string, now: number): string {
  return text.replaceAll(TIMED, (tag: string, kind: string, time: string) => {
    return (kind === 'valid-until') === isOver(time, now) ? hidden(tag) : shown(tag);
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
