import type { Reader } from '../../i18n/reader.ts';

/** Roles of the runbooks that have words in both languages. */
const ROLES = [
  'operator',
  'operations',
  'admin-operations',
  'system-operator',
  'communications',
  'compliance',
  'reception',
  'security',
] as const;

/** A role in words, or as its file writes it: never a name. */
export function roleWord({ t }: Reader, role: string): string {
  const known = ROLES.find((one) => one === role);
  return known === undefined ? role : t(`role.${known}`);
}
