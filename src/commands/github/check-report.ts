import { OUTCOMES, type Outcome } from '../../core/outcome.ts';
import type { Ending } from '../../status/run/command.ts';
import type { Sample } from '../../status/sample.ts';
import type { JobReport, Notice } from './job.ts';

/** What is to be shown of a run of the checks: ids, outcomes and codes of reasons, as the content publishes them. */
export function checkReport({ answers, exitCode }: Pick<Ending, 'answers' | 'exitCode'>): JobReport {
  const heading = 'Checks';
  const asked = [...answers.systems].map(([system, bySystem]) => {
    const samples = [...bySystem].map(([check, { sample }]) => [check, sample] as const);
    return { system, samples };
  });
  const notices = answers.offline
    ? [offline()]
    : asked.flatMap(({ system, samples }) => [
        ...notice('warning', system, 'down', samples),
        ...notice('error', system, 'unknown', samples),
      ]);
  if (exitCode !== 0 && notices.every(({ level }) => level !== 'error'))
    notices.push({
      level: 'error',
      title: heading,
      text: 'A system was not asked since its file is wrong: the log of this step says where.',
    });
  const rows = asked.map(({ system, samples }) => [
    system,
    ...OUTCOMES.map((outcome) => String(withOutcome(samples, outcome).length)),
  ]);
  return { heading, text: '', table: { head: ['system', ...OUTCOMES], rows }, notices };
}

function offline(): Notice {
  const text = 'The runner was offline: nothing was learnt about any system.';
  return { level: 'error', title: 'Checks', text };
}

type Samples = readonly (readonly [string, Sample])[];

/** "Down" is an answer, and so a warning; "unknown" is a check that could not be carried out. One for each system. */
function notice(level: Notice['level'], system: string, outcome: Outcome, samples: Samples): Notice[] {
  const amiss = withOutcome(samples, outcome);
  if (amiss.length === 0) return [];
  const text = amiss.map(([check, { reason }]) => (reason === undefined ? check : `${check} (${reason})`));
  return [{ level, title: `${system}: ${amiss.length} ${outcome}`, text: text.join(', ') }];
}

function withOutcome(samples: Samples, outcome: Outcome): Samples {
  return samples.filter(([, sample]) => sample.outcome === outcome);
}
