import { sha256Hex } from '../../core/canonical.ts';
import { compareInstants, type IsoInstant } from '../../core/instant.ts';
import type { Said } from '../../words/said.ts';
import type { Incident } from '../model/incident.ts';
import type { Maintenance } from '../model/maintenance.ts';
import { CORRECTION, WITHDRAWN } from '../model/note.ts';
import type { Section } from '../model/note-file.ts';
import { STATUS_HEADINGS } from '../note/heading.ts';
import { shownImages } from './images.ts';
import type { Breach, Rules } from './rule.ts';
import { isQuotable } from './secrets.ts';
import { asWritten, offsetIn } from './written.ts';

/** What was published stays: its updates, its images, its name; a mistake is withdrawn, never taken out. */
export const publishedRules: Rules<'published' | 'renamed' | 'published-image' | 'withdrawn'> = {
  /** What was published stays: an update is never edited, moved or taken out; a correction is one of its own. */
  published: async (note, context) => {
    const { slug, sections } = note;
    const updates = context.published(slug)?.note.updates ?? [];
    const end = sections.at(-1) ?? { line: 1, column: 1 };
    const breachesOf = async (update: Published): Promise<Breach[]> => {
      const { number } = update;
      const section = sections[number - 1];
      if (section !== undefined && isSame(section, update)) return [];
      const moved = sections.find((other) => isSame(other, update));
      if (moved !== undefined) {
        const values = { was: number, is: moved.number };
        return [{ line: moved.line, column: moved.column, code: 'published.moved', values }];
      }
      const { line, column } = section ?? end;
      if (section === undefined) return [{ line, column, code: 'published.gone', values: { number } }];
      const advice: Said = (await isQuotable(`${update.text.en}\n\n${update.text.id}`, note, context))
        ? { code: 'published.put-back', values: { said: wasSaid(section, update) } }
        : { code: 'published.put-back-unsaid' };
      const values = { number, differences: differences(section, update), advice };
      return [{ line, column, code: 'published.altered', values }];
    };
    return (await Promise.all(updates.map(breachesOf))).flat();
  },
  /** A published note keeps its file, since that is its address: under another name it would be published twice. */
  renamed: ({ kind, slug, sections }, { published, vanished = [] }) => {
    if (published(slug) !== null) return [];
    return vanished
      .filter((note) => note.kind === kind)
      .flatMap((note) => {
        const again = sections.find((section) => note.updates.some((update) => isSame(section, update)));
        if (again === undefined) return [];
        const { line, column } = again;
        return [{ line, column, code: 'renamed' as const, values: { name: `${note.slug}.md` } }];
      });
  },
  /** What was published stays: an image is never exchanged under its name; another one has a name of its own. */
  'published-image': (note, { published, images }) => {
    const shown = shownImages(note);
    return (published(note.slug)?.images ?? []).flatMap(({ path, sha256 }) => {
      const bytes = images?.get(path);
      if (bytes === undefined || sha256Hex(bytes) === sha256) return [];
      const { line, column } = shown.find((image) => image.path === path) ?? { line: 1, column: 1 };
      return [{ line, column, code: 'published-image.exchanged' as const, values: { path } }];
    });
  },
  /** A note that was published by mistake is withdrawn for good, by a role, and nothing but a correction follows. */
  withdrawn: ({ slug, sections, stated, whereIs }, { published }) => {
    // Null where it is not stated; undefined where it can not be read, which is told by itself.
    const by = stated === null ? undefined : stated.withdrawn_by;
    const at = sections.findIndex(({ status }) => status === WITHDRAWN);
    const section = sections[at];
    if (section === undefined)
      return by === null || by === undefined
        ? []
        : [{ ...whereIs(['withdrawn_by']), code: 'withdrawn.unsaid' }];
    const { line, column } = section;
    const breaches: Breach[] = [];
    if (published(slug) === null) breaches.push({ line, column, code: 'withdrawn.unpublished' });
    if (by === null) breaches.push({ line, column, code: 'withdrawn.by-nobody' });
    for (const { line, column, status } of sections.slice(at + 1))
      if (status !== null && status !== CORRECTION)
        breaches.push({
          line,
          column,
          code: 'withdrawn.goes-on',
          values: { status: STATUS_HEADINGS[status] },
        });
    return breaches;
  },
};

/** An update as it was published. */
type Published = (Incident | Maintenance)['updates'][number];

/** What was published where an update differs by now, of a text the first words that do. */
function wasSaid({ heading, status, at, passages }: Section, update: Published): string[] {
  const text = (language: 'en' | 'id') =>
    passages.find((passage) => passage.language === language)?.text ?? '';
  return [
    ...(status === update.status ? [] : [STATUS_HEADINGS[update.status]]),
    ...(sameTime(at, update.at) || update.at === null ? [] : [asWritten(update.at, offsetIn(heading))]),
    ...(['en', 'id'] as const)
      .filter((language) => text(language) !== update.text[language])
      .map((language) => fromDifference(update.text[language], text(language))),
  ].map((said) => `"${said}"`);
}

/** Whether a section says what was published, as it was. */
function isSame(section: Section, update: Published): boolean {
  return differences(section, update).length === 0;
}

function differences({ status, at, passages }: Section, update: Published): Said[] {
  const text = (language: 'en' | 'id') =>
    passages.find((passage) => passage.language === language)?.text ?? '';
  const same = {
    status: status === update.status,
    time: sameTime(at, update.at),
    en: text('en') === update.text.en,
    id: text('id') === update.text.id,
  };
  return (['status', 'time', 'en', 'id'] as const)
    .filter((part) => !same[part])
    .map((part) => ({ code: `difference.${part}` }));
}

function sameTime(a: IsoInstant | null, b: IsoInstant | null): boolean {
  return a === null || b === null ? a === b : compareInstants(a, b) === 0;
}

/** What is shown of a text: enough to know it again. */
const MOST_CHARACTERS = 160;
/** How much of what is alike stands before what differs. */
const BEFORE = 40;

/** The words of `text` from shortly before where `other` differs from it, in one line: at most 160 characters. */
function fromDifference(text: string, other: string): string {
  const [said, instead] = [inOneLine(text), inOneLine(other)];
  let differs = 0;
  while (differs < said.length && said[differs] === instead[differs]) differs += 1;
  const wanted = Math.max(0, differs - BEFORE);
  const from = wanted === 0 ? 0 : said.indexOf(' ', wanted) + 1;
  const shown = said.slice(from, from + MOST_CHARACTERS);
  return `${from === 0 ? '' : '… '}${shown}${from + MOST_CHARACTERS < said.length ? ' …' : ''}`;
}

function inOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
