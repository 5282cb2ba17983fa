import { describe, expect, test } from 'vitest';
import { preferredLanguage } from './language.ts';

describe('the language a reader gets at /', () => {
  test.each([
    ['id-ID,id;q=0.9,en;q=0.8', 'id'],
    ['en-GB,en;q=0.9', 'en'],
    ['fr-FR,en;q=0.3,id;q=0.5', 'id'],
    ['de', 'id'],
    ['*', 'en'],
    [undefined, 'id'],
    ['id;q=0, en;q=0.1', 'en'],
  ])('%s is answered in %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});
