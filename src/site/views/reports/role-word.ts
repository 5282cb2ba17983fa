import { isRole, OTHER_ROLE } from '../../../core/role.ts';
import type { Reader } from '../../../words/reader.ts';

/** A role in words; one that a routine's file has of its own as that writes it. */
export function roleWord({ t }: Reader, role: string): string {
  if (role === OTHER_ROLE) return t('role.other');
  return isRole(role) ? t(`role.${role}`) : role;
}
