/** Times that the operator states and the log does not vouch for. */
export const late = {
  'late.stated': 'stated by the operator as {{stated}}; in the log since {{logged}}',
  'late.began': 'stated by the operator as {{stated}}; in the log since {{logged}}, when the log began',
} as const;
