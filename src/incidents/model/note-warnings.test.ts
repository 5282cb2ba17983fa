import { describe, expect, test } from 'vitest';
import type { Severity } from '../../systems/severity.ts';
import type { Incident } from './incident.ts';
import { type CheckNow, incidentWarnings, silences } from './note-warnings.ts';

const words = (text: string) => ({ en: text, id: text });
const SEVERITY: Severity = {
  id: 'critical',
  name: words('Critical'),
  impact: 'major',
  needs_checklist: false,
  checklist_within: 'P3D',
  open_at_most: 'PT4H',
  update_every: 'PT30M',
};
const update = (number: number, status: Incident['updates'][number]['status'], at: string) => ({
  number,
  status,
  at,
  text: words('…'),
});
const OPEN: Incident = {
  kind: 'incident',
  slug: '2026-01-05-delayed',
  title: words('Delayed'),
  system: 'tpc',
  components: ['distribution'],
  severity: 'critical',
  impact: 'major',
  playbook: null,
  started: '2026-01-05T09:00:00Z',
  resolved: null,
  next_update_by: '2026-01-05T10:00:00Z',
  corrections: [],
  late_reason: null,
  withdrawn_by: null,
  checklist: null,
  updates: [update(1, 'investigating', '2026-01-05T09:10:00Z')],
};
const RESOLVED: Incident = {
  ...OPEN,
  resolved: '2026-01-05T11:00:00Z',
  next_update_by: null,
  updates: [...OPEN.updates, update(2, 'resolved', '2026-01-05T11:05:00Z')],
};
const check = (outcome: CheckNow['outcome'], since: string | null, component = 'distribution'): CheckNow => ({
  id: `${component}-runs`,
  component,
  outcome,
  since,
  begun: since !== null,
  not_before: null,
});

describe('what the site says beside an incident', () => {
  test('nothing while its updates come in time', () => {
    expect(incidentWarnings(OPEN, SEVERITY, [], '2026-01-05T09:30:00Z')).toEqual([]);
  });

  test('since when it is late, silent and open for too long', () => {
    expect(incidentWarnings(OPEN, SEVERITY, [], '2026-01-05T14:00:00Z')).toEqual([
      { code: 'update-overdue', since: '2026-01-05T10:00:00Z', checks: [] },
      { code: 'silent-too-long', since: '2026-01-05T09:40:00Z', checks: [] },
      { code: 'open-too-long', since: '2026-01-05T13:00:00Z', checks: [] },
    ]);
  });

  test('a limit of days is understood, and a severity that is gone has none', () => {
    const long = { ...SEVERITY, open_at_most: 'P1D' };
    const codes = (severity: Severity | null) =>
      incidentWarnings(OPEN, severity, [], '2026-01-06T09:30:00Z').map(({ code }) => code);
    expect(codes(long)).toContain('open-too-long');
    expect(codes(null)).toEqual(['update-overdue']);
  });

  test('it is called resolved while its checks still fail, named', () => {
    const failing = check('down', '2026-01-05T09:00:00Z');
    expect(incidentWarnings(RESOLVED, SEVERITY, [failing], '2026-01-05T12:00:00Z')).toEqual([
      { code: 'resolved-while-failing', since: RESOLVED.resolved, checks: ['distribution-runs'] },
    ]);
  });

  test.each([
    ['a check that could not be asked', check('unknown', '2026-01-05T09:00:00Z')],
    ['a failure that began after it was over', check('down', '2026-01-07T09:00:00Z')],
    ['a failure of another component', check('down', '2026-01-05T09:00:00Z', 'api')],
    [
      'a failure first seen after it was over, behind a gap and other answers',
      { ...check('down', '2026-01-07T09:00:00Z'), begun: false, not_before: '2026-01-06T09:00:00Z' },
    ],
    ['a check that is up again', check('up', '2026-01-05T10:58:00Z')],
  ])('%s contradicts nobody', (_, one) => {
    expect(incidentWarnings(RESOLVED, SEVERITY, [one], '2026-01-08T12:00:00Z')).toEqual([]);
  });
});

describe('what fails while nobody says anything', () => {
  const failing = [check('down', '2026-01-05T09:00:00Z'), check('down', null, 'api')];

  test('is named by component, with since when where that is known', () => {
    expect(silences([], failing)).toEqual([
      {
        component: 'distribution',
        checks: ['distribution-runs'],
        since: '2026-01-05T09:00:00Z',
        begun: true,
      },
      { component: 'api', checks: ['api-runs'], since: null, begun: false },
    ]);
  });

  test('is not what an open incident speaks of; one that is over speaks of nothing', () => {
    expect(silences([OPEN], failing).map(({ component }) => component)).toEqual(['api']);
    expect(silences([RESOLVED], failing)).toHaveLength(2);
  });
});
