import type { Playbook } from '../../systems/playbook.ts';
import { inEveryLanguage } from '../../words/in-every-language.ts';
import type { Key } from '../../words/message.ts';

type Sentence = Extract<Key, `author.unforeseen.${string}`>;

const said = (...keys: Sentence[]) => keys.map((key) => ({ text: inEveryLanguage(key), confirm: false }));

/** The words for an incident that no playbook foresaw; the prefixes are the runbook's (TPC-20). */
export const WITHOUT_PLAYBOOK: Playbook['templates'] = {
  investigating: said(
    'author.unforeseen.investigating.1',
    'author.unforeseen.investigating.2',
    'author.unforeseen.investigating.3',
  ),
  identified: said('author.unforeseen.identified.1', 'author.unforeseen.identified.2'),
  monitoring: said('author.unforeseen.monitoring.1', 'author.unforeseen.monitoring.2'),
  over: said('author.unforeseen.over.1', 'author.unforeseen.over.2'),
  resolved: said('author.unforeseen.resolved.1', 'author.unforeseen.resolved.2'),
  postmortem: said(
    'author.unforeseen.postmortem.1',
    'author.unforeseen.postmortem.2',
    'author.unforeseen.postmortem.3',
    'author.unforeseen.postmortem.4',
    'author.unforeseen.postmortem.5',
    'author.unforeseen.postmortem.6',
  ),
};
