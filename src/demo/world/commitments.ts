import { base58 } from '@scure/base';
import type pg from 'pg';
import { createRandom, type Random } from '../history/random.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
const SOL = 1_000_000_000;

/** What the chain must say so that the database is right. */
export interface EscrowFacts {
  readonly balances: ReadonlyMap<string, number>;
  readonly transactions: ReadonlySet<string>;
}

const account = (random: Random) => base58.encode(random.bytes(32));
const signature = (random: Random) => base58.encode(random.bytes(64));

interface Milestone {
  readonly id: string;
  readonly title: string;
  readonly unlockLamports: number;
  readonly dueAtUnix: number;
  readonly status: string;
  readonly releasedTxSig?: string;
}

/** Fills the tables of Commit To Ship with invented commitments, and says what the chain holds of them. */
export async function fillCommitments(client: pg.ClientBase, now: Date, seed: number): Promise<EscrowFacts> {
  const random = createRandom(seed, 'commitments');
  const present = Math.floor(now.getTime() / 1000);
  const personal = Array.from({ length: 7 }, (_, index) => inventPersonal(random, present, index));
  const rewards = Array.from({ length: 5 }, (_, index) => inventReward(random, present, index));
  const admin = Array.from({ length: 6 }, (_, index) => ({
    ts_unix: present - 5 * HOUR - index * 4 * DAY,
    event: index % 2 === 0 ? 'admin_reward_milestone_release_success' : 'admin_commitment_success',
    fields: { signature: signature(random) },
  }));
  const events = [...admin, ...inventEvents(random, present)];
  const released = rewards.flatMap(({ milestones }) =>
    milestones.flatMap(({ releasedTxSig }) => releasedTxSig ?? []),
  );
  const commitments = [...personal, ...rewards.map(({ row }) => row)];
  await insert(
    client,
    'commitments',
    'id uuid, amount_lamports bigint, deadline_unix bigint, escrow_pubkey text, escrow_secret_key text, kind text, creator_fee_mode text, total_funded_lamports bigint, unlocked_lamports bigint, milestones_json jsonb, status text',
    commitments,
  );
  await insert(client, 'audit_logs', 'ts_unix bigint, event text, fields jsonb', events);
  const claims = released.map((tx_sig, index) => ({
    commitment_id: rewards[index % rewards.length]?.row.id,
    milestone_id: `claim-${index}`,
    created_at_unix: present - (index + 2) * DAY,
    to_pubkey: account(random),
    amount_lamports: SOL,
    tx_sig,
  }));
  await insert(
    client,
    'reward_milestone_payout_claims',
    'commitment_id uuid, milestone_id text, created_at_unix bigint, to_pubkey text, amount_lamports bigint, tx_sig text',
    claims,
  );
  return {
    balances: new Map(commitments.map((row) => [row.escrow_pubkey, row.total_funded_lamports])),
    transactions: new Set([...released, ...admin.map(({ fields }) => fields.signature)]),
  };
}

function inventPersonal(random: Random, present: number, index: number) {
  const amount_lamports = random.int(2, 40) * (SOL / 10);
  const open = index < 5;
  return {
    id: random.uuid(),
    amount_lamports,
    deadline_unix: present + (index - 2) * 9 * DAY + 20 * DAY,
    escrow_pubkey: account(random),
    escrow_secret_key: 'not in the demo',
    kind: 'personal',
    creator_fee_mode: null,
    total_funded_lamports: open ? amount_lamports : 0,
    unlocked_lamports: 0,
    milestones_json: [],
    status: open ? 'created' : 'resolved_success',
  };
}

function inventReward(random: Random, present: number, index: number) {
  const part = random.int(5, 30) * (SOL / 10);
  const milestone = (number: number, status: string, due: number): Milestone => ({
    id: `m${number}`,
    title: `Tonggak contoh ${number}`,
    unlockLamports: part,
    dueAtUnix: present + due * DAY,
    status,
    ...(status === 'released' ? { releasedTxSig: signature(random) } : {}),
  });
  const milestones = [
    milestone(1, 'released', -30),
    milestone(2, index % 2 === 0 ? 'claimable' : 'released', -5),
    milestone(3, 'approved', 6),
    milestone(4, 'locked', 30),
  ];
  const row = {
    id: random.uuid(),
    amount_lamports: 0,
    deadline_unix: present + 40 * DAY,
    escrow_pubkey: account(random),
    escrow_secret_key: 'not in the demo',
    kind: 'creator_reward',
    creator_fee_mode: index % 2 === 0 ? 'managed' : 'assisted',
    total_funded_lamports: part * 2,
    unlocked_lamports: part,
    milestones_json: milestones,
    status: 'active',
  };
  return { row, milestones };
}

/** A few denials and errors of the last week, none of the last day. */
function inventEvents(random: Random, present: number) {
  return Array.from({ length: 9 }, () => ({
    ts_unix: present - random.int(25, 160) * HOUR,
    event: random.pick(['reward_claim_denied', 'vote_denied', 'solana_confirm_error']),
    fields: {},
  }));
}

async function insert(
  client: pg.ClientBase,
  table: string,
  types: string,
  rows: readonly object[],
): Promise<void> {
  const columns = types.replace(/ \w+(?=,|$)/g, '');
  await client.query(
    `INSERT INTO public.${table} (${columns}) SELECT ${columns} FROM json_to_recordset($1) AS row (${types})`,
    [JSON.stringify(rows)],
  );
}
