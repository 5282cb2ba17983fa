import { checkbox, input, select } from '@inquirer/prompts';
import { type Asker, partsOf } from './question.ts';
import type { Say } from './say.ts';

/** Asks on the terminal: a list to choose from where there is one, else a line to type. */
export const askOnTerminal: Asker = async (
  { asks, choices, several, optional, initial, fault, understood },
  say,
) => {
  const message = asks;
  if (choices === undefined) {
    const validate = (text: string) => {
      if (text.trim() === '') return optional === true || say('author.answer.write');
      return fault?.(text) ?? true;
    };
    const transformer = (text: string, { isFinal }: { readonly isFinal: boolean }) =>
      (isFinal ? understood?.(text) : null) ?? text;
    return input({ message, validate, transformer, ...(initial === undefined ? {} : { default: initial }) });
  }
  const theme = { style: { keysHelpTip: (keys: readonly Key[]) => helpTip(keys, say) } };
  if (several !== true)
    return select({ message, choices, theme, ...(initial === undefined ? {} : { default: initial }) });
  const chosen = new Set(partsOf(initial ?? ''));
  const all = choices.map((choice) => ({ ...choice, checked: chosen.has(choice.value) }));
  const validate = (ticked: readonly unknown[]) => ticked.length > 0 || say('author.answer.choose');
  return (await checkbox({ message, choices: all, theme, validate })).join(',');
};

type Key = readonly [key: string, action: string];

/** What each key does, in the writer's language. */
function helpTip(keys: readonly Key[], say: Say): string {
  return keys
    .map(([key, action]) => `${key} ${isKnown(action) ? say(`author.key.${action}`) : action}`)
    .join(' • ');
}

const ACTIONS = ['navigate', 'select', 'all', 'invert', 'submit'] as const;

function isKnown(action: string): action is (typeof ACTIONS)[number] {
  return ACTIONS.some((known) => known === action);
}
