const TIMED = /<[a-z]+\b[^<>]*\bdata-(valid-until|unknown-since)="([^"]+)"[^<>]*>/g;

/**
 * A page or picture as it must read at `now` (milliseconds since 1970): what is past its time is hidden, and what
 * takes its place is shown. The same that a browser does by itself, for readers without a script.
 */
export function aged(text: string, now: number): string {
  return text.replaceAll(TIMED, (tag: string, kind: string, time: string) => {
    // Not "at or before now": a time that can not be read has passed, or its state would stay green for ever.
    const over = !(Date.parse(time) > now);
    return (kind === 'valid-until') === over ? hidden(tag) : shown(tag);
  });
}

function shown(tag: string): string {
  return tag.replace(/ hidden(="")?(?=[ >/])/, '').replace(' display="none"', '');
}

function hidden(tag: string): string {
  const mark = tag.startsWith('<g') ? ' display="none"' : ' hidden';
  return `${shown(tag).slice(0, -1)}${mark}>`;
}
