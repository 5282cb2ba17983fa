import childProcess from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

/** Set up before each unit test: a process or a port is refused, so that its name keeps telling what a test costs. */
function refuse(what: string): () => never {
  return () => {
    throw new Error(`A unit test starts no ${what}: name this file *.run.test.ts.`);
  };
}

const process = refuse('process');
Object.assign(childProcess, {
  exec: process,
  execFile: process,
  execFileSync: process,
  execSync: process,
  fork: process,
  spawn: process,
  spawnSync: process,
});
net.Server.prototype.listen = refuse('server');
net.Socket.prototype.connect = refuse('connection');
syncBuiltinESMExports();
