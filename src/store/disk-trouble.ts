/** What the codes of the file system mean to whoever runs a command, and what to do. */
const MEANING: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. Make room and run it again',
  EDQUOT: 'the disk quota is used up. Make room and run it again',
  EROFS: 'the disk can only be read. Give the command a folder that it can write to',
  EACCES: 'this user may not. Give it the right to read and write there, or another folder',
  EPERM: 'this user may not. Give it the right to read and write there, or another folder',
  ENOENT: 'it is not there. Look at the path (--content, or TERANG_CONTENT)',
  ENOTDIR: 'a file stands where a folder is expected. Move it away',
  EEXIST: 'a file stands where a folder is expected. Move it away',
  EISDIR: 'a folder stands where a file is expected. Move it away',
  ENAMETOOLONG: 'the name is longer than the disk allows. Use a folder with a shorter path',
  EMFILE: 'too many files are open. Raise the limit (ulimit -n) and run it again',
  ENFILE: 'too many files are open on this machine. Close some programs and run it again',
  EIO: 'the disk failed. Look at it before anything else is written to it',
};

/**
 * One sentence for what the disk refused: the file, why, and what to do; null for any other error. Whatever was
 * published last still stands, since nothing counts before its manifest is written.
 */
export function diskTrouble(error: unknown): string | null {
  const { code = '', path, syscall, cause } = (error ?? {}) as NodeJS.ErrnoException;
  const meaning = MEANING[code];
  if (meaning === undefined || syscall === undefined) return cause === undefined ? null : diskTrouble(cause);
  const where = path === undefined ? '' : ` ${path}`;
  return `Could not ${VERBS[syscall] ?? 'use'}${where} (${code}): ${meaning}. What was published last still stands.`;
}

const VERBS: Readonly<Record<string, string>> = {
  open: 'open',
  read: 'read',
  scandir: 'read',
  write: 'write',
  fsync: 'write',
  rename: 'write',
  mkdir: 'make',
  mkdtemp: 'make',
  unlink: 'remove',
  rm: 'remove',
  rmdir: 'remove',
};
