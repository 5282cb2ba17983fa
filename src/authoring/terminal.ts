import { checkbox, input, select } from '@inquirer/prompts';
import { type Asker, partsOf } from './question.ts';

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
  if (several !== true)
    return select({ message, choices, ...(initial === undefined ? {} : { default: initial }) });
  const chosen = new Set(partsOf(initial ?? ''));
  const all = choices.map((choice) => ({ ...choice, checked: chosen.has(choice.value) }));
  return (await checkbox({ message, choices: all, required: true })).join(',');
};
