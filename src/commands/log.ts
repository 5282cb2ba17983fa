import type { Group } from './frame/command.ts';
import { fsckCommand } from './log/fsck.ts';
import { keyCommand } from './log/key.ts';
import { signCommand } from './log/sign.ts';

export const log: Group = {
  commands: {
    fsck: { says: 'command.log.fsck', command: fsckCommand },
    key: { says: 'command.log.key', command: keyCommand },
    sign: { says: 'command.log.sign', command: signCommand },
  },
};
