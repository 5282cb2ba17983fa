import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

// Loaded before a script with `--import`: the process kills itself just before its DIE_AT-th operation that
// changes a file, and says at its end how many there were, and at which of them the manifest was renamed.
// Unlike a time, this hits the writing on any machine.
const dieAt = Number(process.env.DIE_AT ?? Number.POSITIVE_INFINITY);
let operations = 0;
let commit = 0;

function counted<Args extends unknown[], Result>(operation: (...args: Args) => Result) {
  return function (this: unknown, ...args: Args): Result {
    operations += 1;
    if (operations === dieAt) process.kill(process.pid, 'SIGKILL');
    return operation.apply(this, args);
  };
}

const { rename } = fs;
const handle = await fs.open(import.meta.filename);
const prototype = Object.getPrototypeOf(handle) as typeof handle;
await handle.close();
prototype.writeFile = counted(prototype.writeFile);
prototype.sync = counted(prototype.sync);
fs.open = counted(fs.open);
fs.rename = counted((from, to) => {
  if (String(to).endsWith('manifest.json')) commit = operations;
  return rename(from, to);
});
fs.rm = counted(fs.rm);
syncBuiltinESMExports();
process.on('exit', () => process.stderr.write(`file operations: ${operations}, commit: ${commit}\n`));
