import { checkbox, input, select } from '@inquirer/prompts';
import { type Asker, partsOf } from './question.ts';
import type { Phrases } from './words/phrases.ts';

/** Asks on the terminal: a list to choose from where there is one, else a line to type. */
export const askOnTerminal: Asker = async ({ asks, choices, several, optional, initial, fault }, say) => {
  const message = asks;
  if (choices === undefined) {
    const validate = (text: string) => {
      if (text.trim() === '') return optional === true || say['answer.write'];
      return fault?.(text) ?? true;
    };
    return input({ message, validate, ...(initial === undefined ? {} : { default: initial }) });
  }
  const theme = { style: { keysHelpTip: (keys: readonly Key[]) => helpTip(keys, say) } };
  if (several !== true)
    return select({ message, choices, theme, ...(initial === undefined ? {} : { default: initial }) });
  const chosen = new Set(partsOf(initial ?? ''));
  const all = choices.map((choice) => ({ ...choice, checked: chosen.has(choice.value) }));
  const validate = (ticked: readonly unknown[]) => ticked.length > 0 || say['answer.choose'];
  return (await checkbox({ message, choices: all, theme, validate })).join(',');
};

type Key = readonly [key: string, action: string];

/** What each key does, in the writer's language. */
function helpTip(keys: readonly Key[], { keys: actions }: Phrases): string {
  return keys
    .map(([key, action]) => `${key} ${actions[action as keyof typeof actions] ?? action}`)
    .join(' • ');
}
