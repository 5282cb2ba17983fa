import { describe, expect, test } from 'vitest';
import { aged, agedJson } from './ageing.ts';

const at = (time: string) => Date.parse(time);
const PAGE =
  '<p><span class="state up" data-valid-until="2026-01-26T07:22:30.000Z">Up</span>' +
  '<span class="state unknown" data-unknown-since="2026-01-26T07:22:30.000Z" hidden>Unknown</span></p>';

describe('what the server answers past the time of its data', () => {
  test('is the page as it was built, until then', () => {
    expect(aged(PAGE, at('2026-01-26T07:22:29Z'))).toBe(PAGE);
  });

  test('says unknown from that instant on, once or twice over', () => {
    const late = aged(PAGE, at('2026-01-26T07:22:30Z'));
    expect(late).toBe(
      '<p><span class="state up" data-valid-until="2026-01-26T07:22:30.000Z" hidden>Up</span>' +
        '<span class="state unknown" data-unknown-since="2026-01-26T07:22:30.000Z">Unknown</span></p>',
    );
    expect(aged(late, at('2026-01-26T07:22:30Z'))).toBe(late);
  });

  test('a badge is turned over too', () => {
    const badge =
      '<g data-valid-until="2026-01-26T07:22:30Z"><rect/></g><g data-unknown-since="2026-01-26T07:22:30Z" display="none"><rect/></g>';
    expect(aged(badge, at('2026-01-27T00:00:00Z'))).toBe(
      '<g data-valid-until="2026-01-26T07:22:30Z" display="none"><rect/></g><g data-unknown-since="2026-01-26T07:22:30Z"><rect/></g>',
    );
  });

  test('a window of maintenance is there from its beginning until its end, and at no other time', () => {
    const window =
      '<li class="window" data-shown-from="2026-01-26T12:00:00Z" data-shown-until="2026-01-26T14:00:00Z" hidden><b>x</b></li>';
    const running = window.replace(' hidden', '');
    expect(aged(window, at('2026-01-26T11:59:59Z'))).toBe(window);
    expect(aged(window, at('2026-01-26T12:00:00Z'))).toBe(running);
    expect(aged(running, at('2026-01-26T14:00:00Z'))).toBe(window);
    const heading = '<h1 data-shown-until="2026-01-26T12:00:00Z">Soon</h1>';
    expect(aged(heading, at('2026-01-26T12:00:00Z'))).toBe(heading.replace('>Soon', ' hidden>Soon'));
  });

  test('an instant that can not be read has passed: nothing stays green on the word of it', () => {
    expect(aged('<b data-valid-until="soon">x</b>', 0)).toBe('<b data-valid-until="soon" hidden>x</b>');
    expect(aged('<b data-unknown-since="soon" hidden>y</b>', 0)).toBe('<b data-unknown-since="soon">y</b>');
  });
});

describe('where the clock stands before the data', () => {
  const dated = (body: string) =>
    `<html lang="en" data-dated="2026-01-26T07:00:00Z"><body>${body}</body></html>`;
  const page = dated(`${PAGE}<i data-clock="wrong" hidden>!</i><i data-clock="right">since</i>`);

  test('no state is shown as valid, and no hour as that since when; that the clock is wrong is said', () => {
    const text = aged(page, at('2016-01-01T00:00:00Z'));
    expect(text).toContain('data-valid-until="2026-01-26T07:22:30.000Z" hidden>Up');
    expect(text).toContain('data-unknown-since="2026-01-26T07:22:30.000Z">Unknown');
    expect(text).toContain('<i data-clock="wrong">!</i><i data-clock="right" hidden>since</i>');
  });

  test('by five minutes at most, it is believed', () => {
    expect(aged(page, at('2026-01-26T06:55:00Z'))).toBe(page);
    expect(aged(page, at('2026-01-26T06:54:59Z'))).not.toBe(page);
    expect(aged(page, at('2026-01-26T07:22:29Z'))).toBe(page);
  });

  test('a window of maintenance stays as it was when the page was made', () => {
    const window = dated(
      '<li data-shown-from="2026-01-26T06:00:00Z" data-shown-until="2026-01-26T08:00:00Z">x</li>',
    );
    expect(aged(window, at('2016-01-01T00:00:00Z'))).toBe(window);
  });

  test('a date of the data that can not be read is no ground to believe it', () => {
    expect(aged('<svg data-dated="soon"><g data-valid-until="2030-01-01T00:00:00Z">', 0)).toContain(
      'display="none"',
    );
  });
});

describe('a badge as JSON', () => {
  const badge = {
    message: 'Operational at 14:05 WIB',
    state: 'operational',
    observed_at: '2026-01-26T07:05:00Z',
    valid_until: '2026-01-26T07:22:30Z',
    past: { message: 'Unknown since 14:22 WIB', state: 'unknown' },
    clock_wrong: { message: 'Unknown', state: 'unknown' },
  };
  const text = JSON.stringify(badge);

  test('is as it was built until its time is over, and unknown from then on', () => {
    expect(agedJson(text, at('2026-01-26T07:22:29Z'))).toBe(text);
    const late = agedJson(text, at('2026-01-26T07:22:30Z'));
    expect(JSON.parse(late)).toEqual({ ...badge, ...badge.past, past: null, clock_wrong: null });
    expect(agedJson(late, at('2026-01-27T00:00:00Z'))).toBe(late);
  });

  test('that a clock before it is held against is unknown, and not since a time to come', () => {
    const early = JSON.parse(agedJson(text, at('2016-01-01T00:00:00Z')));
    expect(early).toEqual({ ...badge, ...badge.clock_wrong, past: null, clock_wrong: null });
    expect(agedJson(text, at('2026-01-26T07:01:00Z'))).toBe(text);
  });

  test('whose time can not be read, or is not there, is unknown', () => {
    for (const valid_until of ['soon', null, undefined])
      expect(JSON.parse(agedJson(JSON.stringify({ ...badge, valid_until }), 0)).state).toBe('unknown');
  });

  test('that is unknown already stays as it is', () => {
    const unknown = JSON.stringify({ state: 'unknown', valid_until: null, past: null });
    expect(agedJson(unknown, 0)).toBe(unknown);
  });
});
