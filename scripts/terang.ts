import { runProcess } from '../src/commands/frame/process.ts';
import { terang } from '../src/commands/terang.ts';

// npm run terang -- --help
await runProcess((machine) => terang(process.argv.slice(2), machine));
