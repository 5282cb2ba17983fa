import { DATASET_NAMES } from '../ledger/dataset.ts';

/** The folders that a snapshot writes to, and cleans of what no manifest names. */
export const FOLDERS: readonly string[] = [...DATASET_NAMES, 'record', 'words'];
