import type { en } from './en.ts';

type English = typeof en;

/** Every phrase of one language: those of English, with what each is filled with. */
export type Phrases = {
  readonly [Key in keyof English]: English[Key] extends (...values: infer Values) => string
    ? (...values: Values) => string
    : English[Key] extends string
      ? string
      : { readonly [Inner in keyof English[Key]]: string };
};
