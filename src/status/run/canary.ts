import { ExpectedError } from '../../core/expected-error.ts';
import { CheckFailure } from '../ask/answer.ts';
import type { RunContext } from '../ask/context.ts';
import { exchange } from '../ask/exchange.ts';

const TIMEOUT = 5_000;

/**
 * The addresses in TERANG_CANARIES: others than what is checked, in several hands, that answer all the world.
 *
 * @throws ExpectedError naming which one (by its place) is no http or https address
 */
export function canariesIn(text: string | undefined): string[] {
  const addresses = (text ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
  const wrong = addresses.findIndex((address) => !URL.canParse(address) || !/^https?:/.test(address));
  if (wrong === -1) return addresses;
  throw new ExpectedError(`TERANG_CANARIES: address ${wrong + 1} is no http or https address.`);
}

/** Whether any of the addresses answers, whatever it says: then the network is there. Null without addresses. */
export async function anyAnswers(addresses: readonly string[], context: RunContext): Promise<boolean | null> {
  if (addresses.length === 0) return null;
  // They do not queue behind the checks, whose failures they are to explain.
  const ahead: RunContext = { ...context, slot: (work) => work(), exchanges: new Map() };
  const answers = await Promise.all(
    addresses.map((url) => isThere({ method: 'GET', url, headers: {}, timeout: TIMEOUT }, ahead)),
  );
  return answers.includes(true);
}

async function isThere(request: Parameters<typeof exchange>[0], context: RunContext): Promise<boolean> {
  try {
    await exchange(request, context);
    return true;
  } catch (error) {
    if (error instanceof CheckFailure) return false;
    throw error;
  }
}
