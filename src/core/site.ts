import { z } from 'zod';
import { contrast, READABLE } from './contrast.ts';
import { expected, wrong } from './fault.ts';
import type { Svg } from './svg.ts';
import { wordsSchema } from './words.ts';
import { isZone } from './zone.ts';

/** What a site can offer. What is not listed in `site.yaml` is nowhere: no page, no file, no word of it. */
export const SITE_SECTIONS = ['status', 'incidents', 'reports', 'transparency', 'archive', 'log'] as const;
export type SiteSection = (typeof SITE_SECTIONS)[number];

/** What some of them rest on: incidents and reports name components, an archive holds the ledger's closed months. */
const RESTS_ON = { incidents: 'status', reports: 'status', archive: 'transparency' } as const;

/**
 * The grounds on which links stand, `--paper` and `--well` of `styles/tokens.css`; a test holds them together.
 */
export const GROUNDS = {
  light: ['#fbfaf6', '#f3f0e6'],
  dark: ['#101417', '#191f23'],
} as const;

const line = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^\S(.*\S)?$/, expected('one-line'));
const lines = (most: number) => wordsSchema.extend({ en: line(most), id: line(most) });
const zone = z.string().refine(isZone, expected('zone'));
const picture = z.string().regex(/^[a-z0-9-]+\.svg$/, expected('svg-file'));

function accent(scheme: keyof typeof GROUNDS) {
  return z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, { message: expected('color'), abort: true })
    .superRefine((color, context) => {
      for (const ground of GROUNDS[scheme]) {
        const ratio = contrast(color, ground);
        if (ratio < READABLE)
          // Cut, not rounded: 4.496 is not 4.5.
          context.addIssue(
            wrong({
              code: 'site.contrast',
              values: {
                color,
                ground,
                ratio: (Math.floor(ratio * 100) / 100).toFixed(2),
                least: `${READABLE}`,
              },
            }),
          );
      }
    });
}

/** `content/written/site.yaml`: whose site this is, what it is for, how it looks and what it offers. */
export const siteSchema = z.strictObject({
  /** What the site is called, beside the logo and in every title. */
  name: lines(40),
  /** Who answers for it. */
  publisher: lines(60),
  /** What it is for, in one sentence. */
  purpose: lines(160),
  /** Sentences at the foot of every page. */
  disclaimer: z.array(lines(300)).default([]),
  /** Where people reach the publisher: an address of the web, or `mailto:`. */
  contact: z
    .string()
    .regex(/^(https:\/\/[^\s/]+(\/\S*)?|mailto:[^\s@]+@[^\s@]+)$/, expected('contact'))
    .optional(),
  /** The repository in which everything published can be followed. */
  source: z
    .string()
    .regex(/^https:\/\/[^\s/]+(\/\S*)?$/, expected('contact'))
    .optional(),
  /** The time zone shown first, and the one beside it, by their names in the IANA database. */
  time: z
    .strictObject({ first: zone, beside: zone.optional() })
    .refine(({ first, beside }) => first !== beside, { ...wrong({ code: 'expected.other-zone' }, 'beside') }),
  /** The colour of links and charts in each scheme, `#rrggbb`; Terang's own unless told. */
  accent: z.strictObject({ light: accent('light'), dark: accent('dark') }).optional(),
  /** SVG files beside this one. */
  logo: picture.optional(),
  favicon: picture.optional(),
  sections: z
    .array(z.enum(SITE_SECTIONS))
    .min(1)
    .superRefine((sections, context) => {
      for (const [index, section] of sections.entries()) {
        if (sections.indexOf(section) !== index)
          context.addIssue(wrong({ code: 'expected.twice', values: { text: section } }, index));
        const rest = RESTS_ON[section as keyof typeof RESTS_ON];
        if (rest !== undefined && !sections.includes(rest))
          context.addIssue(wrong({ code: 'site.rests-on', values: { section, rest } }, index));
      }
      if (!sections.includes('status') && !sections.includes('transparency'))
        context.addIssue(wrong({ code: 'expected.status-or-transparency' }));
    }),
});

type WrittenSite = z.infer<typeof siteSchema>;

/** Whether a site has this part. */
export function offers({ sections }: Pick<Site, 'sections'>, section: SiteSection): boolean {
  return sections.includes(section);
}

/** A site as its file describes it, its pictures read. */
export interface Site extends Omit<WrittenSite, 'logo' | 'favicon'> {
  readonly logo: Svg | null;
  /** The file as it stands. */
  readonly favicon: string | null;
}
