/** The roles of the runbooks. Each has words in both languages. */
export const ROLES = [
  'operator',
  'operations',
  'admin-operations',
  'system-operator',
  'dev-on-call',
  'communications',
  'compliance',
  'reception',
  'security',
] as const;
export type Role = (typeof ROLES)[number];

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

/** In place of a role that nothing vouches for: it might be a name. */
export const OTHER_ROLE = 'other';
