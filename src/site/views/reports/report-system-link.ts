import type { Reader } from '../../../words/reader.ts';

/** The link to a system's own routines and calendar. */
export function reportSystemLink({ t, paths, language }: Reader, id: string, name: string) {
  return {
    href: paths.page(language, { name: 'report-system', id }),
    text: t('reports.toSystem', { system: name }),
  };
}
