/**
 * The bytes of an answer's body, once it is unpacked; null where there are more than `most`, of which the rest is neither
 * read nor kept: whoever sends without an end is not listened to until the end.
 *
 * @throws what `fetch` throws of a body that breaks off or comes too late (`isNoAnswer`)
 */
export async function boundedBody(answer: Response, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = answer.body?.getReader(); // A stream is iterable in some browsers alone.
  for (let next = await reader?.read(); next?.value !== undefined; next = await reader?.read()) {
    length += next.value.length;
    if (length > most) {
      await reader?.cancel();
      return null;
    }
    parts.push(next.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
