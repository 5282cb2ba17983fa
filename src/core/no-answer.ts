/**
 * Whether an error of `fetch`, or of reading its body, means that there was no answer, or not all of one: a TypeError by the
 * Fetch standard, or a deadline. Any other error is somebody's mistake.
 */
export function isNoAnswer(error: unknown): boolean {
  if (error instanceof DOMException) return error.name === 'TimeoutError' || error.name === 'AbortError';
  return error instanceof TypeError;
}
