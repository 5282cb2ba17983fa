import { expect, test } from 'vitest';
import { DATASET_NAMES, isOptIn } from '../../ledger/dataset.ts';
import { generated, readTree } from '../../testing/content.ts';
import { createFieldScene } from '../../testing/field-ledger.ts';
import { withClient } from '../../testing/postgres.ts';
import { createRole } from '../../testing/roles.ts';
import { createScene, expectNoSecrets, type Scene } from '../../testing/scene.ts';

const FIELD_RELATIONS = [
  'app_settings',
  'tpc_settings_changelog',
  'tpc_transactions',
  'tpc_distribution_logs',
  'tpc_distribution_batches',
  'tpc_public_settings',
  'tpc_public_settings_changelog',
];

async function expectRefused(scene: Scene, url: string, reason: RegExp): Promise<void> {
  const ending = await scene.snapshot({ url });
  expect(ending.text).toMatch(reason);
  expect(ending.text).toContain('nothing was written');
  expect(ending.exitCode).toBe(1);
  expect([...(await readTree(generated(scene.root))).keys()]).toEqual([]);
  expectNoSecrets(scene, ending.text);
}

test('a superuser is refused as a reader', async () => {
  const scene = await createScene();
  await expectRefused(scene, scene.database.ownerUrl, /The role is a superuser: .*DATABASE_ROLE/);
});

test('a role that bypasses row-level security is refused as a reader', async () => {
  const scene = await createScene();
  const role = await createRole(scene.database, 'BYPASSRLS IN ROLE tpc_reader');
  await expectRefused(scene, scene.database.url(role), /The role bypasses row-level security: /);
});

test.each(['itself', 'a member of it'])(
  'the owner of the tables, %s, is refused as a reader, and told on which tables',
  async (who) => {
    const scene = await createScene();
    const owner = await createRole(scene.database, '');
    for (const table of [
      'transactions',
      'distribution_logs',
      'distribution_batches',
      'changelog',
      'public_wallets',
      'distribution_settings',
    ])
      await scene.asOwner(`ALTER TABLE tpc_${table} OWNER TO ${owner.name}`);
    const reader =
      who === 'itself' ? owner : await createRole(scene.database, `IN ROLE tpc_reader, ${owner.name}`);
    await expectRefused(
      scene,
      scene.database.url(reader),
      /The role owns public\.tpc_transactions, public\.tpc_distribution_logs, public\.tpc_distribution_batches, or is a member/,
    );
  },
);

test.each(['itself', 'a member of it'])(
  'in the field’s form too, where no row-level security would tell, the owner is refused: %s',
  async (who) => {
    const scene = await createFieldScene();
    const owner = await createRole(scene.database, 'IN ROLE tpc_reader');
    await scene.asOwner(
      FIELD_RELATIONS.map((name) => `ALTER TABLE ${name} OWNER TO ${owner.name}`).join(';'),
    );
    const reader =
      who === 'itself' ? owner : await createRole(scene.database, `IN ROLE tpc_reader, ${owner.name}`);
    const ending = await scene.snapshot({ url: scene.database.url(reader) });
    for (const name of DATASET_NAMES.filter((one) => !isOptIn(one)))
      expect(ending.text).toMatch(new RegExp(`^FAILED .*${name}.*: The role owns`, 'm'));
    expect(ending.text).toContain('or name that role in DATABASE_ROLE.');
    expect([...(await readTree(generated(scene.root))).keys()]).toEqual([]);
    expect(await scene.snapshot({ url: scene.database.url(reader), role: 'tpc_reader' })).toMatchObject({
      exitCode: 0,
    });
  },
);

test('the owner of one table is refused there alone, with row-level security forced on it or not', async () => {
  const scene = await createScene();
  const owner = await createRole(scene.database, 'IN ROLE tpc_reader');
  await scene.asOwner(`ALTER TABLE tpc_public_wallets OWNER TO ${owner.name};
    ALTER TABLE tpc_public_wallets FORCE ROW LEVEL SECURITY`);
  const { report } = await scene.snapshot({ url: scene.database.url(owner) });
  expect([...(report?.failures ?? [])].map(([name, { failure }]) => [name, failure])).toEqual([
    ['wallets', 'access-denied'],
  ]);
});

test('DATABASE_ROLE lets a login without rights of its own take on tpc_reader', async () => {
  const scene = await createScene();
  const login = await createRole(scene.database, 'NOINHERIT IN ROLE tpc_reader');
  const url = scene.database.url(login);
  await expectRefused(
    scene,
    url,
    /the role may not read this\. Grant it SELECT on the public columns, and never on a table of people \(permission denied for table/,
  );
  expect(await scene.snapshot({ url, role: 'tpc_reader' })).toMatchObject({ exitCode: 0 });
});

test('DATABASE_ROLE makes a superuser read with no more than the rights of tpc_reader', async () => {
  const scene = await createScene();
  const { ownerUrl } = scene.database;
  expect(await scene.snapshot({ url: ownerUrl, role: 'tpc_reader' })).toMatchObject({ exitCode: 0 });
});

test.each(['no_such_role', 'pg_read_all_data', 'tpc_reader"; RESET ROLE; --'])(
  'DATABASE_ROLE %j, which the login can not take on, is refused',
  async (role) => {
    const scene = await createScene();
    const ending = await scene.snapshot({ role });
    expect(ending.text).toContain('The role in DATABASE_ROLE can not be taken on');
    expect(ending.exitCode).toBe(1);
    expectNoSecrets(scene, ending.text);
  },
);

test('an empty DATABASE_ROLE, as an unset secret of a workflow is, is none', async () => {
  const scene = await createScene();
  expect(await scene.snapshot({ role: '' })).toMatchObject({ exitCode: 0 });
});

test('TPC-03: the reader needs no right to a private column', async () => {
  const scene = await createScene();
  await withClient(scene.database.readerUrl, async (client) => {
    for (const column of [
      'tpc_changelog.admin_id',
      'tpc_distribution_batches.created_by',
      'tpc_transactions.user_id',
    ])
      await expect(client.query(`SELECT ${column} FROM ${column.split('.')[0]}`)).rejects.toThrow(
        /permission denied/,
      );
  });
  expect(await scene.snapshot()).toMatchObject({ exitCode: 0 });
});
