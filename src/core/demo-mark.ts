/**
 * The mark that invented data bears in its own database: the beginning of the comment on a table. It travels
 * with the data, so that no flag of ours can take it off.
 */
export const DEMO_MARK = 'terang:demo';
