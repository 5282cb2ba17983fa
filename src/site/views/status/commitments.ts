import { durationSeconds } from '../../../core/instant.ts';
import type { Outcome } from '../../../core/outcome.ts';
import { NO_SECONDS } from '../../../core/uptime.ts';
import type { SystemNow } from '../../../status/present.ts';
import { type StatusPublication, windowOf } from '../../../status/status-publication.ts';
import { judgeObjective, type ObjectiveVerdict } from '../../../systems/objective.ts';
import { detect } from '../../../systems/symptom.ts';
import type { Reader } from '../../../words/reader.ts';
import { capital, mark, type StateMark, type StateShape } from './state-mark.ts';
import { intervalText } from './uptime-text.ts';

/** What was set as a target, or what a playbook watches for, with what is so. */
export interface Commitment {
  readonly name: string;
  readonly mark: StateMark;
  readonly notes: readonly string[];
}

const VERDICTS: Record<ObjectiveVerdict, StateShape> = { met: 'up', missed: 'down', 'not-known': 'unknown' };

/** Objectives: met only when the worst reading of the unknown time meets them. */
export function objectives(reader: Reader, status: StatusPublication, now: SystemNow): Commitment[] {
  const { t, format, language } = reader;
  const { system } = now;
  const every = durationSeconds(system.checked_every);
  return system.objectives.map((objective) => {
    const window = windowOf(status, system.id, objective.components, objective.days);
    const verdict = judgeObjective(objective, window?.sum ?? NO_SECONDS);
    const names = system.components
      .filter(({ id }) => objective.components.includes(id))
      .map(({ name }) => name[language]);
    const count = window?.days.length ?? 0;
    return {
      name: objective.name[language],
      mark: mark(reader, VERDICTS[verdict], t(`objectives.${verdict}`), now),
      notes: [
        ...(window === null
          ? []
          : [
              t('objectives.line', {
                count,
                n: format.count(count),
                interval: intervalText(reader, window.sum, every),
                from: format.day(window.days[0]?.day ?? ''),
                to: format.day(window.days.at(-1)?.day ?? ''),
                target: format.decimal(objective.availability),
              }),
            ]),
        t('objectives.of', { components: format.list(names) }),
      ],
    };
  });
}

/** Symptoms, from the raw answers of their checks, those that show first. */
export function symptoms(reader: Reader, now: SystemNow): Commitment[] {
  const { t, language } = reader;
  const checks = now.components.flatMap((component) => component.checks);
  const SHAPES = { present: 'degraded', 'not-known': 'unknown', absent: 'up' } as const;
  const order = ['present', 'not-known', 'absent'];
  return now.system.symptoms
    .map((symptom) => {
      const outcomes = symptom.checks.map((id): Outcome => {
        const state = checks.find(({ check }) => check.id === id)?.state;
        // An answer that holds no more says nothing; one that holds counts as it came, undamped.
        if (state === undefined || state.outcome === 'unknown') return 'unknown';
        return state.sample?.outcome ?? 'unknown';
      });
      return { symptom, found: detect(symptom, outcomes) };
    })
    .toSorted((a, b) => order.indexOf(a.found) - order.indexOf(b.found))
    .map(({ symptom, found }) => ({
      name: symptom.name[language],
      mark: mark(
        reader,
        SHAPES[found],
        found === 'present' && symptom.level !== undefined
          ? t('alert.named', { level: t(`symptoms.${found}`), name: t(`alert.${symptom.level}`) })
          : t(`symptoms.${found}`),
        now,
      ),
      notes: [capital(t('symptoms.playbook', { name: symptom.playbook_name[language] }))],
    }));
}
