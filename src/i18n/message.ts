import type { en } from './en.ts';

/** The English messages define every key; a plural has one entry a form (`…_one`, `…_other`). */
type Entry = keyof typeof en;
type WithoutPlural<K extends string> = K extends `${infer Stem}_${'one' | 'other'}` ? Stem : K;

/** What `t` takes: the key of a message, a plural without its form. */
export type Key = WithoutPlural<Entry>;

type PlaceholdersIn<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | PlaceholdersIn<Rest>
  : never;
type TextOf<K extends Key> = (typeof en)[Extract<Entry, K | `${K}_one` | `${K}_other`>];
type IsPlural<K extends Key> = `${K}_other` extends Entry ? true : false;

/** The placeholders of a message as an object; a plural asks for `count`, which only chooses the form. */
export type Values<K extends Key, Value = string> = {
  [Name in Exclude<PlaceholdersIn<TextOf<K>>, 'count'>]: Value;
} & (IsPlural<K> extends true ? { count: number } : unknown);

/** `[]` for a message without placeholders, so that `t('key')` needs no second argument. */
export type Arguments<K extends Key, Value = string> = keyof Values<K, Value> extends never
  ? []
  : [values: Values<K, Value>];

/** A translation of a group of messages: total, and (Indonesian having one plural form) without `…_one`. */
export type Translation<Group> = {
  [K in keyof Group as K extends `${string}_one` ? never : K]: string;
};
