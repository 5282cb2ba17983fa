import { Temporal } from 'temporal-polyfill';
import { durationSeconds, type IsoInstant } from '../../core/instant.ts';
import type { IncidentStatus } from '../../systems/incident-status.ts';
import type { Playbook } from '../../systems/playbook.ts';
import { detect } from '../../systems/symptom.ts';
import { inEveryLanguage } from '../../words/in-every-language.ts';
import type { Key } from '../../words/message.ts';
import type { Words } from '../model/note.ts';
import { type Agreement, agreementOf } from './agreement.ts';
import type { KnownStatus } from './known-status.ts';
import type { Shelf } from './library.ts';
import { writtenTime } from './moment.ts';
import { noteText } from './note-text.ts';
import { BLANK, type Telling, type Told, tell, wordsOf } from './sentences.ts';

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

/** The facts of an incident as its first note gives them. */
export interface IncidentStart {
  readonly shelf: Shelf;
  readonly playbook: Playbook | null;
  readonly severity: string;
  readonly components: readonly string[];
  readonly title: Words;
  readonly started: IsoInstant;
  readonly now: IsoInstant;
  readonly zone: string;
  /** By when people are told more; by the severity's own cadence unless told, null for not at all. */
  readonly next?: IsoInstant | null | undefined;
}

/** What a first note, `investigating`, can say: the playbook's words, and what was held back. */
export function offeredWords({ shelf, playbook, now, zone }: IncidentStart, status: KnownStatus): Told {
  const agreement = agreementOf(shelf, status, now);
  return wordsFor('investigating', playbook, { agreement, zone, lasted: null });
}

/** A first note. */
export function startedNote(start: IncidentStart, told: Told): { text: string; told: Told } {
  const { shelf, playbook, severity, components, title, started, now, zone } = start;
  const { next = nextUpdate(shelf, severity, now) } = start;
  const facts = {
    title,
    system: shelf.system.id,
    components,
    severity,
    ...(playbook === null ? {} : { playbook: playbook.id }),
    started: writtenTime(started, zone),
    ...(next === null ? {} : { next_update_by: writtenTime(next, zone) }),
  };
  return { text: noteText(facts, { status: 'investigating', at: now, zone, words: wordsOf(told) }), told };
}

/** What a playbook offers for a status, as far as the checks agree. A post-mortem has a paragraph a sentence. */
export function wordsFor(status: IncidentStatus, playbook: Playbook | null, telling: Telling): Told {
  const sentences = playbook?.templates[status] ?? WITHOUT_PLAYBOOK[status] ?? [];
  return tell(sentences, telling, status === 'postmortem' ? '\n\n' : ' ');
}

/** When the next update is due by the severity's own cadence; null where it has none. */
export function nextUpdate({ system }: Shelf, severity: string, now: IsoInstant): IsoInstant | null {
  const every = system.severities.find(({ id }) => id === severity)?.update_every;
  if (every === undefined) return null;
  return Temporal.Instant.from(now)
    .add({ seconds: durationSeconds(every) })
    .toString();
}

/**
 * What an incident of this playbook is called unless somebody says otherwise: as the sign that the checks see. While
 * they see none, a place to fill in: the names of signs and of playbooks state what nobody has seen.
 */
export function titleOf({ system }: Shelf, { id }: Playbook, { outcomeOf }: Agreement): Words {
  const showing = system.symptoms.find(
    (symptom) => symptom.playbook === id && detect(symptom, symptom.checks.map(outcomeOf)) === 'present',
  );
  return showing?.name ?? { en: BLANK, id: BLANK };
}
