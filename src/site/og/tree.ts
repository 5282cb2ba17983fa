import type { Svg } from '../../core/svg.ts';
import { IMAGE_HEIGHT, IMAGE_WIDTH, type PreviewImage } from '../views/og/image.ts';
import { barsElement } from './bars.ts';
import { COLORS } from './colors.ts';
import { box, type Element, element } from './element.ts';
import { letters } from './letters.ts';
import { shapeElement } from './shapes.ts';

/** Left and right of everything, in pixels. */
export const MARGIN = 64;
const WIDTH = IMAGE_WIDTH - 2 * MARGIN;

/** How large the title is; the largest at which everything has its place is taken. */
export const SIZES = [72, 64, 56, 50, 44, 39, 34, 30, 27, 24] as const;
/** Beside a sum or the days of a system the title only names: the number or the state goes first. */
const NAMING = 44;
const GAP = 24;

/** The room that the content has, and the content itself: it must not be higher than the room. */
export const ROOM = 'room';
export const CONTENT = 'content';

/** The image as a tree for the layout: band, head, the one thing it says, its time. */
export function treeOf(image: PreviewImage, title: string, size: number, family: string): Element {
  const { demo, figure, state, bars, rows } = image;
  const content = [
    ...(figure === null ? [] : [figureElement(figure)]),
    titleElement(title, figure === null && bars === null ? size : Math.min(size, NAMING)),
    ...(state === null ? [] : [marked(state.shape, state.word, bars === null ? 42 : 68)]),
    ...(bars === null ? [] : [barsElement(bars, state?.shape ?? 'unknown', WIDTH)]),
    ...(rows.length === 0 ? [] : [rowsElement(rows)]),
  ];
  return box(
    {
      flexDirection: 'column',
      width: IMAGE_WIDTH,
      height: IMAGE_HEIGHT,
      backgroundColor: COLORS.paper,
      color: COLORS.ink,
      fontFamily: family,
      fontSize: 26,
      lineHeight: 1.3,
    },
    [
      ...(demo.length === 0 ? [] : [band(demo)]),
      head(image.brand, letters(image.kicker)),
      box(
        {
          flexDirection: 'column',
          justifyContent: 'center',
          flexGrow: 1,
          flexShrink: 1,
          flexBasis: 0,
          minHeight: 0,
          margin: `22px ${MARGIN}px`,
        },
        [box({ flexDirection: 'column', flexShrink: 0, gap: 22, width: WIDTH }, content, CONTENT)],
        ROOM,
      ),
      foot(image),
    ],
  );
}

function band(demo: readonly string[]): Element {
  return box(
    {
      justifyContent: 'center',
      padding: '9px 0',
      backgroundColor: COLORS.ink,
      color: COLORS.paper,
      fontSize: 24,
      fontWeight: 600,
    },
    [demo.join('  ·  ')],
  );
}

function head({ name, logo }: PreviewImage['brand'], kicker: string): Element {
  return box(
    { alignItems: 'center', justifyContent: 'space-between', gap: 40, margin: `34px ${MARGIN}px 0` },
    [
      box({ alignItems: 'center', gap: 14, flexShrink: 0 }, [
        ...(logo === null ? [] : [logoElement(logo)]),
        box({ fontSize: 30, fontWeight: 600 }, [letters(name)]),
      ]),
      box({ color: COLORS.quiet, textAlign: 'right', wordBreak: 'break-word' }, [kicker]),
    ],
  );
}

/** How the classes of a logo look where there is no style sheet (`styles/header.css`). */
const CLASSES: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {
  'logo-sun': { fill: COLORS.sun },
  'logo-ring': { fill: 'none', stroke: COLORS.ink, 'stroke-width': 2.5 },
  'logo-ink': { fill: COLORS.ink },
};

function logoElement({ attributes, children }: Svg): Element {
  return element('svg', { width: 40, height: 40 }, drawn(children), {
    viewBox: attributes.viewBox ?? '0 0 32 32',
    width: 40,
    height: 40,
  });
}

function drawn(children: Svg['children']): Element[] {
  return children.flatMap((child) => {
    if (typeof child === 'string' || child.name === 'title' || child.name === 'desc') return [];
    const { class: name = '', ...attributes } = child.attributes;
    return [element(child.name, {}, drawn(child.children), { ...attributes, ...CLASSES[name] })];
  });
}

/** A title begins at the left whatever its script, as it does on its page: its words stand in the same order. */
function titleElement(title: string, size: number): Element {
  return box(
    {
      width: WIDTH,
      fontSize: size,
      fontWeight: 600,
      lineHeight: 1.16,
      wordBreak: 'break-word',
    },
    [title],
  );
}

function figureElement({ whole, fraction, unit, caption }: NonNullable<PreviewImage['figure']>): Element {
  // A sum is never broken across lines: a longer one is set smaller.
  const size = Math.min(104, Math.floor((WIDTH / (whole.length + fraction.length + unit.length)) * 1.55));
  return box({ flexDirection: 'column', gap: 4 }, [
    box({ alignItems: 'baseline', fontSize: size, fontWeight: 600, lineHeight: 1.1 }, [
      box({}, [whole]),
      box({ color: COLORS.quiet, fontWeight: 400 }, [fraction]),
      box({ fontSize: Math.round(size * 0.46), marginLeft: 16 }, [unit]),
    ]),
    box({ fontSize: 32, color: COLORS.quiet }, [caption]),
  ]);
}

function marked(shape: PreviewImage['rows'][number]['shape'], word: string, size: number): Element {
  return box(
    { alignItems: 'center', gap: Math.round(size * 0.36), fontSize: size, fontWeight: 600, lineHeight: 1.2 },
    [
      shapeElement(shape, Math.round(size * 0.88)),
      box({ color: COLORS.shapes[shape], flexShrink: 1 }, [word]),
    ],
  );
}

/** Three columns of names and their states; verdicts, which have no name, one after the other. */
function rowsElement(rows: PreviewImage['rows']): Element {
  const named = rows.some(({ name }) => name !== '');
  const ruled = { paddingTop: 18, borderTop: `2px solid ${COLORS.rule}` };
  return box(
    { flexWrap: 'wrap', columnGap: named ? GAP : 48, rowGap: 16, ...(named ? ruled : {}) },
    rows.map(({ shape, word, name }) =>
      box({ flexDirection: 'column', ...(named ? { width: (WIDTH - 2 * GAP) / 3 } : {}) }, [
        ...(name === ''
          ? []
          : [box({ fontSize: 23, color: COLORS.quiet, wordBreak: 'break-word' }, [letters(name)])]),
        marked(shape, word, named ? 26 : 30),
      ]),
    ),
  );
}

function foot({ time, note }: PreviewImage): Element {
  return box(
    {
      flexDirection: 'column',
      margin: `0 ${MARGIN}px 30px`,
      paddingTop: 18,
      borderTop: `2px solid ${COLORS.rule}`,
    },
    [box({ fontWeight: 600 }, [time]), box({ fontSize: 22, color: COLORS.quiet }, [note])],
  );
}
