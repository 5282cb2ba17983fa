import { expect, test } from 'vitest';
import { ANVIL_CHAIN, type Anvil, startAnvil } from '../../testing/anvil.ts';
import { contextOf } from '../../testing/ask.ts';
import { evm, sampleOf } from '../../testing/rpc.ts';
import { readBalance } from './chain.ts';
import { findTransaction } from './transaction.ts';

const ORDER = `0x${'5a'.repeat(32)}`;
/** Code that emits a log with the hash of an order and ends well, and code that reverts. */
const REDEEMS = `0x7f${ORDER.slice(2)}60006000a100`;
const REVERTS = '0x60006000fd';

/** Sends code to be run; where it is in a block, its transaction. */
async function sent({ call }: Anvil, data: string): Promise<string> {
  const [from] = (await call('eth_accounts')) as string[];
  const id = (await call('eth_sendTransaction', { from, data, gas: '0x100000' })) as string;
  while ((await call('eth_getTransactionReceipt', id)) === null);
  return id;
}

const question = ({ url }: Anvil, network: number = ANVIL_CHAIN) => ({
  chain: 'evm' as const,
  endpoints: [url],
  headers: {},
  network,
  timeout: 'PT8S',
});

test('COI-05, VOU-03: a real node’s height is a number that moves, and it is believed for its own chain alone', async () => {
  const node = await startAnvil();
  const height = (network: number) => sampleOf(evm([node.url], { network, measure: 'result' }));
  expect(await height(ANVIL_CHAIN)).toMatchObject({ outcome: 'up', value: '0' });
  await node.call('anvil_mine', '0x5');
  expect(await height(ANVIL_CHAIN)).toMatchObject({ outcome: 'up', value: '5' });
  expect(await height(8453)).toMatchObject({ outcome: 'unknown', reason: 'other-network' });
  const unknown = evm([node.url], { method: 'eth_notAMethod' });
  expect(await sampleOf(unknown)).toMatchObject({ outcome: 'down', reason: 'rpc-error' });
});

test('VOU-05: a redemption is on the chain with the hash of its order; one that reverted, or of another order, is not', async () => {
  const node = await startAnvil();
  const [redeemed, reverted] = [await sent(node, REDEEMS), await sent(node, REVERTS)];
  const now = new Date().toISOString();
  const find = (id: string, mentions: string | null) =>
    findTransaction(question(node), { id, mentions, sentAt: null }, contextOf({ now }));
  expect(await find(redeemed, ORDER)).toEqual({ found: true });
  expect(await find(redeemed, ORDER.toUpperCase().replace('0X', '0x'))).toEqual({ found: true });
  expect(await find(redeemed, `0x${'00'.repeat(31)}01`)).toEqual({ found: false });
  expect(await find(reverted, null)).toEqual({ found: false });
});

test('VOU-05: what a node that holds the chain from its beginning does not know is missing, or nobody can tell', async () => {
  const node = await startAnvil();
  await sent(node, REDEEMS);
  const unknown = { id: `0x${'77'.repeat(32)}`, mentions: null };
  const now = new Date().toISOString();
  const find = (sentAt: number | null) =>
    findTransaction(question(node), { ...unknown, sentAt }, contextOf({ now }));
  // Its blocks are of today: it can not speak of what was sent before them.
  expect(await find(Date.parse(now) / 1000 - 10 * 86_400)).toMatchObject({ found: null });
  expect(await find(null)).toMatchObject({ found: null });
});

test('a balance of a real node is exact to the last wei', async () => {
  const node = await startAnvil();
  const account = '0x00000000000000000000000000000000000c0170';
  await node.call('anvil_setBalance', account, '0x204fce5e3e25026110000001');
  await node.call('anvil_mine', '0x80');
  const context = contextOf({ now: new Date().toISOString() });
  expect(await readBalance(question(node), account, context)).toBe(
    BigInt('0x204fce5e3e25026110000001').toString(),
  );
});
