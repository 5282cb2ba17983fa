import { demandOf } from '../model/note-rules.ts';
import { FACT_SENTENCES } from './indonesian-facts.ts';
import { FORM_SENTENCES } from './indonesian-form.ts';
import { IMAGE_SENTENCES } from './indonesian-images.ts';
import { TEXT_SENTENCES } from './indonesian-text.ts';

/** Parts of a sentence that are words themselves. */
const PARTS: Readonly<Record<string, string>> = {
  'its status': 'statusnya',
  'its time': 'waktunya',
  'its English text': 'teks bahasa Inggrisnya',
  'its Indonesian text': 'teks bahasa Indonesianya',
  'EXIF, which can tell where, when and with which device it was taken':
    'EXIF, yang dapat menunjukkan di mana, kapan, dan dengan perangkat apa gambar diambil',
  'XMP, which can tell the same and who made it':
    'XMP, yang dapat menunjukkan hal yang sama dan siapa pembuatnya',
  'IPTC, which can name people and places': 'IPTC, yang dapat menyebut orang dan tempat',
  'a hidden text': 'teks tersembunyi',
  'data behind the end of the picture': 'data di belakang akhir gambar',
};

const SENTENCES = [...FORM_SENTENCES, ...FACT_SENTENCES, ...TEXT_SENTENCES, ...IMAGE_SENTENCES].map(
  ([en, id]) => ({
    pattern: new RegExp(`^${en.split('{}').map(escaped).join('([\\s\\S]*?)')}$`, 'u'),
    id,
  }),
);

/**
 * A finding in Indonesian: the same sentences with the same values. Where one of them has no Indonesian yet, the
 * rule that was broken is said, and the English stands behind it.
 */
export function inIndonesian(rule: string, text: string): string {
  const said = inTwo(text) ?? translated(text);
  if (said !== null) return said;
  const demand = demandOf(rule)?.id;
  return demand === undefined ? text : `catatan harus memenuhi aturan ini: ${demand} (${text})`;
}

/** A reason and what to write instead, as a refusal holds them in one line. */
function inTwo(text: string): string | null {
  for (const { index } of text.matchAll(/ (?=\p{Lu})/gu)) {
    const instead = translated(text.slice(index + 1));
    const reason = instead === null ? null : translated(text.slice(0, index).replace(/\.$/u, ''));
    if (reason !== null) return `${reason}. ${instead}`;
  }
  return null;
}

/** Null where a sentence has no Indonesian. */
export function translated(text: string): string | null {
  const [, update, language = '', rest = ''] =
    /^update (\d+)(, (?:English|Indonesia))?: ([\s\S]*)$/u.exec(text) ?? [];
  if (update !== undefined) return behind(`pembaruan ${update}${language}: `, translated(rest));
  const [, field, told = ''] = /^([a-z_]+(?:\.[\w]+)*): ([\s\S]*)$/u.exec(text) ?? [];
  if (field !== undefined) return behind(`${field}: `, translated(told));
  const [, wrong, example] = /^([\s\S]*)\. Write it like this: ([\s\S]*)$/u.exec(text) ?? [];
  if (wrong !== undefined) {
    const said = translated(wrong);
    return said === null
      ? null
      : `${said}. Tulis seperti ini: ${example?.replaceAll('YYYY-MM-DD hh:mm', 'TTTT-BB-HH jj:mm')}`;
  }
  for (const { pattern, id } of SENTENCES) {
    const [, ...values] = pattern.exec(text) ?? [];
    if (values.length > 0 || pattern.test(text)) return filled(id, values);
  }
  return null;
}

function behind(prefix: string, rest: string | null): string | null {
  return rest === null ? null : `${prefix}${rest}`;
}

function filled(id: string, values: readonly string[]): string {
  const said = values
    .map((value) => value.replaceAll('YYYY-MM-DD hh:mm', 'TTTT-BB-HH jj:mm'))
    .map((value) => inParts(value, '; ', (part) => inParts(part, ', ', (one) => one)));
  return id.split('{}').reduce((before, after, index) => `${before}${said[index - 1] ?? ''}${after}`);
}

/** The parts of a list, each in Indonesian where it is words. */
function inParts(list: string, separator: string, otherwise: (part: string) => string): string {
  const parts = list.split(separator).map((part) => PARTS[part] ?? otherwise(part));
  return parts.join(separator);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
