import { diskTrouble } from '../src/store/disk-trouble.ts';

// Imported by every command: what the disk refuses ends in one sentence and exit code 1, wherever it happens. Anything
// else that nobody expected is shown whole. DEBUG shows all of it.
process.on('uncaughtException', (error) => {
  console.error(process.env.DEBUG === undefined ? (diskTrouble(error) ?? error) : error);
  process.exit(1);
});
