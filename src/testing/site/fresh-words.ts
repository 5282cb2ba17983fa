import type { Language } from '../../core/language.ts';
import { capital } from '../../site/views/status/state-mark.ts';
import { en } from '../../words/en.ts';
import { id } from '../../words/id.ts';

/** Keys of what is said of the present, and must not be once its data is past its time. */
const OF_THE_PRESENT =
  /^(?:state\.(?:operational|under_maintenance|degraded_performance|partial_outage|major_outage|since|sinceBefore)|outcome\.(?:up|degraded|down)|overall\.(?:one|two|all|up|noneUp)\b.*|reason\..*|disagree\..*|own\.state\.kept|symptoms\.(?:present|absent)|system\.endpoint|maintenance\.component)(?:_one|_other)?$/;

const CATALOGUES = { en, id } as const satisfies Record<Language, Record<string, string>>;

/** Whether a line of a page says, as a sentence of its own, what the catalogue has for the present alone. */
export function saysPresent(language: Language): (line: string) => boolean {
  const catalogue = CATALOGUES[language];
  const forms = Object.entries<string>(catalogue)
    .filter(([key]) => OF_THE_PRESENT.test(key))
    .map(([, message]) => new RegExp(`^${formOf(capital(message))}(?:, .+)?[.]?$`));
  forms.push(new RegExp(`^· ${formOf(catalogue['status.checkedEvery'])}$`));
  const framed = [catalogue['overall.expired'], catalogue['freshness.lastKnown']];
  return (line) => !framed.some((frame) => line.startsWith(frame)) && forms.some((form) => form.test(line));
}

/** `Since {{when}}` → `Since .+`. */
function formOf(message: string): string {
  const parts = message.split(/\{\{\w+\}\}/);
  return parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+');
}
