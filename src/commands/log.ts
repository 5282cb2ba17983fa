import type { Group } from './frame/command.ts';
import { checkCommand } from './log/check.ts';
import { enterCommand } from './log/enter.ts';
import { fsckCommand } from './log/fsck.ts';
import { keyCommand } from './log/key.ts';
import { rotateCommand } from './log/rotate.ts';
import { signCommand } from './log/sign.ts';
import { takedownCommand } from './log/takedown.ts';

export const log: Group = {
  commands: {
    check: { says: 'command.log.check', command: checkCommand },
    enter: { says: 'command.log.enter', command: enterCommand },
    fsck: { says: 'command.log.fsck', command: fsckCommand },
    key: { says: 'command.log.key', command: keyCommand },
    rotate: { says: 'command.log.rotate', command: rotateCommand },
    takedown: { says: 'command.log.takedown', command: takedownCommand },
    sign: { says: 'command.log.sign', command: signCommand },
  },
};
