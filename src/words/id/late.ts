import type { late as english } from '../en/late.ts';
import type { Translation } from '../message.ts';

export const late = {
  'late.stated': 'menurut pengelola {{stated}}; tercatat di log sejak {{logged}}',
  'late.began': 'menurut pengelola {{stated}}; tercatat di log sejak {{logged}}, saat log dimulai',
} satisfies Translation<typeof english>;
