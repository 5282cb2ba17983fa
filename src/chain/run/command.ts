import { ExpectedError } from '../../core/expected-error.ts';
import { addDuration, wholeSeconds } from '../../core/instant.ts';
import { publicationIn, snapshotFolder } from '../../ledger/snapshot-folder.ts';
import { assertClockOf } from '../../store/clock.ts';
import { exclusively } from '../../store/lock.ts';
import { allAnew, append, publish } from '../../store/publish.ts';
import { assertWhole, openFolder, rootOf } from '../../store/published.ts';
import { assertSameWorld } from '../../store/world.ts';
import { ownSettings } from '../../systems/check/setting-use.ts';
import { resolveSettings } from '../../systems/check/text.ts';
import type { PublishingSystem } from '../../systems/system.ts';
import { readPublishingSystem } from '../../systems/system-file.ts';
import { ANCHORS, BALANCES, CHAIN, type ChainManifest, UNSETTLED } from '../chain-folder.ts';
import { type AskChain, askChain, type ChainAnswers } from './run.ts';

export interface ChainCommand extends Pick<AskChain, 'now' | 'most' | 'budget' | 'pace' | 'onStep'> {
  readonly contentRoot: string;
  readonly systemId: string;
  readonly settings: Readonly<Record<string, string | undefined>>;
  /** Milliseconds to wait for another run that writes to the same folder. */
  readonly patience?: number;
}

/** What came of a run; why none was made, where the operator did not set it up. */
export type ChainEnding =
  | { readonly answers: ChainAnswers; readonly manifest: ChainManifest }
  | { readonly answers: null; readonly missing: readonly string[] };

/**
 * `npm run chain`, without the process around it: asks the providers once, under the lock, and keeps what they say alike.
 *
 * @throws ExpectedError also where two providers are of one host
 */
export async function chainCommand(command: ChainCommand): Promise<ChainEnding> {
  const { contentRoot, systemId, settings, now, patience, onStep } = command;
  const system = await readPublishingSystem(contentRoot, systemId);
  const { providers, missing } = providersOf(system, settings);
  if (providers.length === 0) return { answers: null, missing };
  const root = rootOf(contentRoot, CHAIN);
  return exclusively(root, { patience, onStep }, async () => {
    const folder = snapshotFolder(systemId);
    const publication = publicationIn(openFolder(rootOf(contentRoot, folder), folder));
    const demo = publication.manifest?.source.demo ?? false;
    const published = openFolder(root, CHAIN);
    assertWhole(published);
    const { manifest: before, rows } = published;
    assertSameWorld('transactions', before?.demo ?? null, demo);
    const answers = await askChain({
      ...command,
      system,
      providers,
      publication,
      known: new Set(rows(ANCHORS).map(({ signature }) => signature)),
      unsettled: rows(UNSETTLED),
      watched: before?.watched ?? [],
      now: () => wholeSeconds(now()),
    });
    const at = wholeSeconds(now());
    await assertClockOf(contentRoot, at, answers.peers);
    const anchors = append(published, ANCHORS, answers.sightings, at);
    const unsettled = allAnew(UNSETTLED, answers.unsettled, at);
    const balances = allAnew(BALANCES, answers.balances, at);
    const next: ChainManifest = {
      format: 'terang/chain/1',
      system: systemId,
      demo,
      observed_at: at,
      valid_until: addDuration(at, system.transparency.valid_for),
      watched: [...answers.watched],
      anchors: [...anchors.files],
      unsettled: [...unsettled.files],
      balances: [...balances.files],
    };
    const written = [anchors, unsettled, balances].flatMap((series) => series.written);
    return { answers, manifest: await publish(published, next, written, at) };
  });
}

/** The addresses to ask; none while a setting is missing: then nothing can be told, and nothing is. */
function providersOf(system: PublishingSystem, settings: ChainCommand['settings']) {
  const named = system.transparency.anchors?.providers ?? [];
  const resolved = named.map((text) => resolveSettings(text, ownSettings(system, settings)));
  const missing = resolved.flatMap((one) => ('missing' in one ? one.missing : []));
  if (missing.length > 0) return { providers: [], missing };
  const providers = resolved.flatMap((one) => ('text' in one ? [one.text] : []));
  const hosts = providers.map((address) => (URL.canParse(address) ? new URL(address).host : address));
  if (new Set(hosts).size < hosts.length)
    throw new ExpectedError(
      'Two of the providers that are to be asked are of one host: what is held against itself always agrees.',
    );
  return { providers, missing };
}
