/**
 * Shows the step under way on one line of a terminal, on standard error, so that standard output stays what a command
 * answers. Elsewhere, such as in the log of CI, nothing: what came of a run is said at its end.
 */
export function showSteps(): { step(message: string): void; done(): void } {
  const { stderr } = process;
  const show = (text: string) => {
    if (stderr.isTTY) stderr.write(`\r\u001B[2K${text.slice(0, stderr.columns - 1)}`);
  };
  return { step: show, done: () => show('') };
}
