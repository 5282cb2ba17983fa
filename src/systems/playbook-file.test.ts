import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parseYaml } from '../core/yaml.ts';
import { rotationsSchema } from '../reports/model/rotation.ts';
import { formatProblem, sayIn } from '../words/said.ts';
import type { Playbook } from './playbook.ts';
import { type Playbooks, readMessages, readPlaybooks } from './playbook-file.ts';
import type { System } from './system.ts';
import { listSystems, readSystem } from './system-file.ts';

const read = async (id: string): Promise<Playbooks & { system: System }> => {
  const system = await readSystem('content', id);
  return { system, ...(await readPlaybooks('content', system)) };
};
const ids = async (id: string) => [...(await read(id)).playbooks.keys()];
const playbook = async (system: string, id: string): Promise<Playbook> => {
  const found = (await read(system)).playbooks.get(id);
  if (found === undefined) throw new Error(`${system} has no playbook ${id}`);
  return found;
};

/** A content root of its own with one system, to be broken. */
async function copyOf(system: string): Promise<{ root: string; folder: string }> {
  const root = await mkdtemp(path.join(tmpdir(), 'terang-playbooks-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const folder = path.join(root, 'written', 'systems', system);
  await cp(path.join('content', 'written', 'systems', system), folder, { recursive: true });
  return { root, folder };
}

async function replace(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  await writeFile(file, text.replace(from, to));
}

describe('the playbooks of the five runbooks', () => {
  test.each(['commit-to-ship', 'coinscious', 'event-api', 'tpc', 'voucher'])(
    '%s: each fits its system, and every symptom names one that is there',
    async (id) => expect((await read(id)).problems.map((problem) => formatProblem(problem))).toEqual([]),
  );

  test('TPC-18: A cron failure, B edge 5xx, C duplicate distribution, D data mismatch', async () => {
    expect(await ids('tpc')).toEqual(['cron-failure', 'data-mismatch', 'duplicate-distribution', 'edge-5xx']);
  });

  test('TPC-18: each goes pause, investigate, fix, resume, with a checklist for each time and for communication', async () => {
    for (const { id, phases } of (await read('tpc')).playbooks.values()) {
      const times = phases.map((phase) => [phase.id, phase.from, phase.until]);
      expect(times, id).toEqual([
        ['pause', 'PT0S', 'PT1H'],
        ['investigation', 'PT1H', 'PT4H'],
        ['fix', 'PT4H', 'PT24H'],
        ['resume', undefined, 'PT24H'],
        ['communication', undefined, undefined],
      ]);
      for (const phase of phases) expect(phase.checklist.length, `${id}, ${phase.id}`).toBeGreaterThan(0);
    }
  });

  test('TPC-18 C: nothing published is rewritten; a correction is an entry of its own, and the remarks say so', async () => {
    const { phases, remarks, checklist } = await playbook('tpc', 'duplicate-distribution');
    const steps = phases.flatMap((phase) => phase.steps.map((step) => step.text.en)).join(' ');
    expect(steps).toContain('Correct by new entries');
    expect(steps).not.toMatch(/delete|rewrite|update the (sum|total)/i);
    expect(remarks.map(({ en }) => en).join(' ')).toContain('nothing published is rewritten');
    expect(checklist.map(({ en }) => en)).toContain('No published batch was changed or removed.');
  });

  test('EVT-08: P0, P1 and P2, each with its own severity', async () => {
    const { playbooks } = await read('event-api');
    const severities = [...playbooks.values()].map(({ id, severity }) => [id, severity]);
    expect(severities).toEqual([
      ['p0-outage', 'P0'],
      ['p1-access-leak', 'P1'],
      ['p2-minor', 'P2'],
    ]);
  });

  test('COI-10: every emergency of the runbook, and the security levels 1 to 4', async () => {
    const { playbooks, system } = await read('coinscious');
    expect([...playbooks.keys()]).toEqual([
      'compliance-violation',
      'contract-emergency',
      'database-lost',
      'high-memory',
      'indexer-stalled',
      'key-compromise',
      'rpc-down',
      'security-incident',
      'slow-api',
      'slow-database',
      'system-down',
      'system-pause',
      'wallet-freeze',
      'wallet-unfreeze',
    ]);
    const levels = system.severities.map(({ id }) => id).filter((id) => id.startsWith('level-'));
    expect(levels).toEqual(['level-1', 'level-2', 'level-3', 'level-4']);
  });

  test.each(['system-pause', 'wallet-freeze', 'wallet-unfreeze', 'contract-emergency'])(
    'COI-10: %s needs two operators',
    async (id) => {
      const { phases } = await playbook('coinscious', id);
      expect(phases.filter(({ operators }) => operators === 2).length).toBeGreaterThan(0);
    },
  );

  test('COI-10: a key compromise runs against the clock of 5 minutes, 30 minutes and 2 hours', async () => {
    const { phases, severity } = await playbook('coinscious', 'key-compromise');
    expect(phases.map(({ until }) => until)).toEqual(['PT5M', 'PT30M', 'PT2H']);
    expect(severity).toBe('level-1');
  });

  test('VOU-08: listener, RPC, contract, double delivery, gas, key rotation', async () => {
    expect(await ids('voucher')).toEqual([
      'contract-emergency',
      'double-delivery',
      'key-rotation',
      'listener-down',
      'no-gas',
      'rpc-outage',
    ]);
  });

  test('CTS-10: database, RPC, release lock, escrow; and rotations in words and by date', async () => {
    expect(await ids('commit-to-ship')).toEqual([
      'database-outage',
      'rpc-outage',
      'stuck-release-lock',
      'underfunded-escrow',
    ]);
    const file = 'content/written/systems/commit-to-ship/rotations.yaml';
    expect(parseYaml(file, await readFile(file, 'utf8'), rotationsSchema)).toHaveProperty('value');
  });

  test('CTS-10: a rotation has no room for a value, nor for the name of a secret', () => {
    const rotation = (what: string) =>
      `rotations: [{ at: 2026-01-05 16:30 +07:00, what: "${what}", reason: { en: Yearly, id: Tahunan } }]`;
    expect(
      parseYaml('rotations.yaml', rotation('secret of the sign-in service'), rotationsSchema),
    ).toHaveProperty('value');
    for (const what of ['5HueCGU8rMjxEXxiPuD5BDku', 'PRIVY_APP_SECRET']) {
      const refused = parseYaml('rotations.yaml', rotation(what), rotationsSchema);
      expect('problems' in refused && refused.problems.map((problem) => formatProblem(problem))).toEqual([
        expect.stringContaining('rotations.0.what: expected lower-case words'),
      ]);
    }
  });

  test('TPC-20: the messages of the runbook, with its prefixes, word for word', async () => {
    const { messages, problems } = await readMessages('content', await readSystem('content', 'tpc'));
    expect(problems).toEqual([]);
    const said = Object.fromEntries(
      messages.map(({ id, sentences }) => [id, sentences.map(({ text }) => [text.en, text.id])]),
    );
    const joined = (id: string, at: 0 | 1) => said[id]?.map((pair) => pair[at]).join(' ');
    expect(joined('normal-operations', 0)).toBe(
      'Update: systems operating normally. Aggregated data and batch audits are available on the Transparency page.',
    );
    expect(joined('normal-operations', 1)).toBe(
      'Pembaruan: sistem berjalan normal. Data agregat dan audit batch tersedia di Transparency page.',
    );
    expect(joined('incident', 0)).toBe(
      'Alert: Technical issue detected. Team is investigating. Transparency data remains available.',
    );
    expect(joined('incident', 1)).toBe(
      'Informasi: Terjadi gangguan teknis. Tim sedang menyelidiki. Data transparansi tetap tersedia.',
    );
    expect(joined('split-change', 0)).toMatch(/^Update: /);
    expect(joined('split-change', 1)).toMatch(/^Pembaruan: /);
  });
});

test('every playbook speaks both languages with the runbook’s prefixes, and holds nothing internal', async () => {
  for (const id of await listSystems('content'))
    for (const one of (await read(id)).playbooks.values()) {
      const { templates } = one;
      expect(templates.investigating?.[0]?.text.en, one.id).toMatch(/^Alert: /);
      expect(templates.investigating?.[0]?.text.id, one.id).toMatch(/^Informasi: /);
      for (const status of ['identified', 'monitoring', 'resolved'] as const) {
        expect(templates[status]?.[0]?.text.en, one.id).toMatch(/^Update: /);
        expect(templates[status]?.[0]?.text.id, one.id).toMatch(/^Pembaruan: /);
      }
      expect(JSON.stringify(one), one.id).not.toMatch(
        /https?:|@|\bselect\b|\bcurl\b|kubectl|psql|localhost|\benv:|\+1-|slack/i,
      );
    }
});

describe('a broken playbook', () => {
  test('is named with file, line and field, every mistake at once, and costs none of the others', async () => {
    const { root, folder } = await copyOf('tpc');
    const file = path.join(folder, 'playbooks', 'cron-failure.yaml');
    await replace(file, 'severity: critical', 'severity: catastrophic');
    await replace(file, 'components: [distribution]', 'components: [distributon]');
    await replace(file, 'while: [page-loads, csv-export]', 'while: [page-loads, csv-exprot]');
    const { playbooks, problems } = await readPlaybooks(root, await readSystem(root, 'tpc'));
    expect([...playbooks.keys()]).toEqual(['data-mismatch', 'duplicate-distribution', 'edge-5xx']);
    expect(problems.map(({ field, line }) => `${field} ${line > 1}`)).toEqual([
      'severity true',
      'components.0 true',
      'templates.investigating.2.while.1 true',
    ]);
    expect(problems.map((problem) => formatProblem(problem))[0]).toBe(
      `${file}:7:11 severity: expected a severity of this system: critical, standard`,
    );
  });

  test('one under the wrong name, and a symptom that names none, are said as well', async () => {
    const { root, folder } = await copyOf('event-api');
    await replace(path.join(folder, 'playbooks', 'p2-minor.yaml'), 'id: p2-minor', 'id: p3-minor');
    await replace(path.join(folder, 'system.yaml'), 'playbook: p0-outage', 'playbook: p0-outrage');
    const { problems } = await readPlaybooks(root, await readSystem(root, 'event-api'));
    expect(problems.map((one) => sayIn(one.field, one, 'en'))).toEqual([
      'id: expected "p2-minor", the name of its file',
      'symptoms.0.playbook: expected a playbook that has a file: p0-outage, p1-access-leak, p2-minor',
    ]);
  });

  test('a sentence that says what holds while a check fails says as well what holds while that is not known', async () => {
    const { root, folder } = await copyOf('voucher');
    const file = path.join(folder, 'playbooks', 'contract-emergency.yaml');
    const unknown =
      '      unknown:\n' +
      '        en: Our check can not confirm at present whether the contract is running again.\n' +
      '        id: Saat ini pemeriksaan kami belum dapat memastikan apakah kontrak sudah berjalan kembali.\n';
    await replace(file, unknown, '');
    const { problems } = await readPlaybooks(root, await readSystem(root, 'voucher'));
    expect(problems.map((one) => sayIn(one.field, one, 'en'))).toEqual([
      'templates.resolved.1.unknown: expected words for this case too: not known is neither up nor down',
    ]);
  });

  test('a message that rests on a check that is not there is refused', async () => {
    const { root, folder } = await copyOf('tpc');
    await replace(path.join(folder, 'messages.yaml'), 'while: [last-batch,', 'while: [latest-batch,');
    const { messages, problems } = await readMessages(root, await readSystem(root, 'tpc'));
    expect(messages).toEqual([]);
    expect(problems.map(({ field }) => field)).toEqual(['messages.0.sentences.0.while.0']);
  });
});
