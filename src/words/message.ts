import type { en } from './en.ts';

/** The English messages define every key; a plural has one entry a form (`…_one`, `…_other`). */
type Entry = keyof typeof en;
type WithoutPlural<K extends string> = K extends `${infer Stem}_${'one' | 'other'}` ? Stem : K;

type PlaceholdersIn<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | PlaceholdersIn<Rest>
  : never;

/**
 * By key, the names that `t` wants a value for; a plural asks for `count`, which only chooses the form. One pass over
 * all messages: asked for one key at a time, it took a third of the time that all types take.
 */
type Names = {
  [K in Entry as WithoutPlural<K>]:
    | Exclude<PlaceholdersIn<(typeof en)[K]>, 'count'>
    | (K extends WithoutPlural<K> ? never : 'count');
};

/** What `t` takes: the key of a message, a plural without its form. */
export type Key = keyof Names;

/** The placeholders of a message as an object. */
export type Values<K extends Key, Value = string> = {
  [Name in Names[K]]: Name extends 'count' ? number : Value;
};

/** `[]` for a message without placeholders, so that `t('key')` needs no second argument. */
export type Arguments<K extends Key, Value = string> = [Names[K]] extends [never]
  ? []
  : [values: Values<K, Value>];

/** A translation of a group of messages: total, and (Indonesian having one plural form) without `…_one`. */
export type Translation<Group> = {
  [K in keyof Group as K extends `${string}_one` ? never : K]: string;
};
