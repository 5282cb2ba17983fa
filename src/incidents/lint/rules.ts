import { beginning } from './beginning.ts';
import { characters } from './characters.ts';
import { checklist } from './checklist.ts';
import { checklistWords } from './checklist-words.ts';
import { contact } from './contact.ts';
import { correctedWords } from './corrected-words.ts';
import { correction } from './correction.ts';
import { example } from './example.ts';
import { facts } from './facts.ts';
import { fileDate } from './file-date.ts';
import { form } from './form.ts';
import { image } from './image.ts';
import { imageMetadata } from './image-metadata.ts';
import { imagePair } from './image-pair.ts';
import { language } from './language.ts';
import { late } from './late.ts';
import { links } from './links.ts';
import { numbers } from './numbers.ts';
import { privateKey } from './private-key.ts';
import { promise } from './promise.ts';
import { published } from './published.ts';
import { publishedImage } from './published-image.ts';
import { renamed } from './renamed.ts';
import type { Rule } from './rule.ts';
import { secret } from './secret.ts';
import { times } from './times.ts';
import { title } from './title.ts';
import { unfilled } from './unfilled.ts';
import { wallet } from './wallet.ts';
import { windows } from './windows.ts';
import { withdrawn } from './withdrawn.ts';

/** Every rule, in the order in which a person would mend a note. */
export const RULES: readonly Rule[] = [
  form,
  characters,
  example,
  facts,
  title,
  beginning,
  times,
  fileDate,
  late,
  windows,
  withdrawn,
  checklist,
  checklistWords,
  language,
  numbers,
  unfilled,
  promise,
  secret,
  privateKey,
  contact,
  wallet,
  links,
  image,
  imageMetadata,
  imagePair,
  published,
  renamed,
  publishedImage,
  correction,
  correctedWords,
];
