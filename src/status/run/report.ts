import { OUTCOMES, type Outcome } from '../../core/outcome.ts';
import type { Answer } from '../ask/answer.ts';
import type { RunAnswers } from './run.ts';

export interface CheckReport {
  readonly answers: RunAnswers;
  /** Addresses that were asked whether the network is there. */
  readonly canaries: number;
  /** What is wrong in files of systems that could not be asked. */
  readonly problems: readonly string[];
  /** What is wrong in playbooks: nothing was asked less for it. */
  readonly playbooks: readonly string[];
  /** True when the clock was set back since the run before. */
  readonly setBack: boolean;
  /** What a lone peer says against this machine's clock. */
  readonly doubts: readonly string[];
}

/**
 * What the operator reads after a run: a line a system, and under it the checks that are not up, by their cause.
 * Names of checks and settings, never a value.
 */
export function formatReport({
  answers,
  canaries,
  problems,
  playbooks,
  setBack,
  doubts,
}: CheckReport): string {
  const lines = [...problems, ...doubts];
  if (playbooks.length > 0)
    lines.push('No note can be written from these playbooks until they are corrected:', ...playbooks);
  if (setBack)
    lines.push('The clock of this machine was set back: an earlier run is dated later. Both are kept.');
  if (answers.offline) {
    lines.push(
      canaries > 0
        ? `We are offline: none of the ${canaries} canaries answers. ${learnt(answers)}`
        : 'We are offline: nothing answers over the network. Nothing was learnt about any system. ' +
            '(TERANG_CANARIES names addresses that would tell this apart from an outage of everything.)',
    );
    return lines.join('\n');
  }
  for (const [system, bySystem] of answers.systems) {
    const outcomes = [...bySystem.values()].map(({ sample }) => sample.outcome);
    const counts = OUTCOMES.map((outcome) => [outcome, count(outcomes, outcome)] as const)
      .filter(([, number]) => number > 0)
      .map(([outcome, number]) => `${number} ${outcome}`);
    lines.push(`${system}: ${counts.join(', ') || 'no checks'}`);
    const amiss = [...bySystem].filter(([, { sample }]) => sample.outcome !== 'up');
    // One cause often keeps several checks from their answer: it is told once.
    for (const [cause, checks] of Map.groupBy(amiss, ([, answer]) => causeOf(answer)))
      lines.push(`  ${cause}: ${checks.map(([check, answer]) => named(check, answer)).join(', ')}`);
  }
  return lines.join('\n');
}

/** What answered all the same stands as it was answered; mostly it is this site's own snapshot. */
function learnt({ systems }: RunAnswers): string {
  const samples = [...systems.values()].flatMap((bySystem) => [...bySystem.values()]);
  const known = samples.filter(({ sample }) => sample.outcome !== 'unknown').length;
  if (known === 0) return 'Nothing was learnt about any system.';
  return `Nothing failed is held against a system; ${known} of ${samples.length} checks were answered all the same.`;
}

/** Whether every check could be carried out: "down" is an answer. Offline none that needs the network could. */
export function allCarriedOut({ answers, problems }: CheckReport): boolean {
  if (answers.offline) return false;
  const samples = [...answers.systems.values()].flatMap((bySystem) => [...bySystem.values()]);
  return problems.length === 0 && samples.every(({ sample }) => sample.outcome !== 'unknown');
}

function causeOf({ sample: { outcome, reason }, told }: Answer): string {
  const why = [reason, told].filter((part) => part !== undefined);
  return `${outcome.toUpperCase()} (${why.join(': ')})`;
}

function named(check: string, { sample: { value } }: Answer): string {
  return value === undefined ? check : `${check} = ${value}`;
}

function count(outcomes: readonly Outcome[], outcome: Outcome): number {
  return outcomes.filter((other) => other === outcome).length;
}
