import type { RowOf } from '../../ledger/dataset.ts';
import type { Form, FormedDataset } from '../../ledger/form.ts';
import type { TableSource } from '../../postgres/table.ts';
import type { Catalogue } from './catalogue.ts';
import { changelog, PUBLIC_CHANGES, settingsChangelog } from './changelog.ts';
import { ledger, ledgerByLog } from './ledger.ts';
import { lookup, lookupByLog } from './lookup.ts';
import { APP_SETTINGS, PUBLIC_SETTINGS, type SettingKey } from './setting.ts';
import { split, splitSetting } from './split.ts';
import { officialWallets, wallets, walletsSetting } from './wallets.ts';

/** One place in which a dataset can be found, and the form that a database has which keeps it there. */
export interface Place<Row> {
  readonly form: Form;
  /** How an operator chooses it where the form alone does not tell; see `formChoiceSchema`. */
  readonly name: string;
  /** How it is told to the operator. */
  readonly where: string;
  /**
   * A name of this place and of the way it is read, for the published record. Another name with each correction of
   * ours that can change a value: what differs then is told as our reading, not as a change by the platform.
   */
  readonly mapping: string;
  /** The names that `mapping` had before for this same place: what was read by them did not move. */
  readonly earlier?: readonly string[];
  readonly source: TableSource<unknown, Row>;
  isIn(catalogue: Catalogue): boolean;
  /** The owner's view through which it is read, and what it shows of; both as `public.<name>`. */
  readonly through?: { readonly view: string; readonly of: string };
}

/** Whether a mapping, as a manifest has it, is a reading of this place. */
export function isReadingOf({ mapping, earlier = [] }: Place<unknown>, name: string): boolean {
  return mapping === name || earlier.includes(name);
}

const TRANSACTIONS = 'public.tpc_transactions';
const LOGS = 'public.tpc_distribution_logs';
/** Whole rows of settings before and after, with who changed them: never read by us. */
const SETTINGS_LOG = 'public.tpc_settings_changelog';

const isFieldsLog = (relations: ReadonlySet<string>) =>
  relations.has(APP_SETTINGS) && relations.has(SETTINGS_LOG);

/** Every place of each dataset whose place differs, the runbook's first. */
export const PLACES: { readonly [Name in FormedDataset]: readonly Place<RowOf<Name>>[] } = {
  ledger: ofBatches(ledger, ledgerByLog),
  lookup: ofBatches(lookup, lookupByLog),
  changelog: [
    {
      ...table('runbook', 'runbook', 'tpc_changelog', changelog),
      // The field has a table of this name too, for releases: beside its changelog of settings it is another log.
      isIn: ({ relations }) => relations.has('public.tpc_changelog') && !isFieldsLog(relations),
    },
    {
      form: 'field',
      name: 'field',
      where: PUBLIC_CHANGES,
      mapping: 'public-settings-changelog',
      earlier: ['field'],
      source: settingsChangelog,
      isIn: ({ relations }) => relations.has(PUBLIC_CHANGES) || relations.has(SETTINGS_LOG),
      through: { view: PUBLIC_CHANGES, of: SETTINGS_LOG },
    },
  ],
  split: [
    table('runbook', 'runbook', 'tpc_distribution_settings', split),
    setting('distribution_split', splitSetting),
  ],
  wallets: [
    table('runbook', 'runbook', 'tpc_public_wallets', wallets),
    setting('public_wallets', walletsSetting),
    table('field', 'official_wallets', 'official_wallets', officialWallets),
  ],
};

/** What is read of the transactions of each batch: where they name it themselves, and where the log does. */
function ofBatches<Row>(
  byTransaction: TableSource<unknown, Row>,
  byLog: TableSource<unknown, Row>,
): readonly Place<Row>[] {
  return [
    {
      form: 'runbook',
      name: 'runbook',
      where: `${TRANSACTIONS} with batch_id`,
      mapping: 'runbook',
      source: byTransaction,
      isIn: ({ transactionsHaveBatch }) => transactionsHaveBatch,
    },
    {
      form: 'field',
      name: 'field',
      where: `${TRANSACTIONS} without batch_id, by ${LOGS}`,
      mapping: 'field',
      source: byLog,
      isIn: ({ relations, transactionsHaveBatch }) =>
        !transactionsHaveBatch && relations.has(TRANSACTIONS) && relations.has(LOGS),
    },
  ];
}

function table<Row>(form: Form, name: string, relation: string, source: TableSource<unknown, Row>) {
  const where = `public.${relation}`;
  const mapping = form === 'runbook' ? form : name;
  return { form, name, where, mapping, source, isIn: ({ relations }: Catalogue) => relations.has(where) };
}

function setting<Row>(key: SettingKey, source: TableSource<unknown, Row>): Place<Row> {
  return {
    form: 'field',
    name: key,
    where: `the setting "${key}" in ${PUBLIC_SETTINGS}`,
    mapping: 'public-settings',
    earlier: ['field'],
    source,
    // Without the view nobody can tell which settings there are: reading them says what is lacking.
    isIn: ({ relations, settings }) =>
      settings.has(key) || (relations.has(APP_SETTINGS) && !relations.has(PUBLIC_SETTINGS)),
    through: { view: PUBLIC_SETTINGS, of: APP_SETTINGS },
  };
}
