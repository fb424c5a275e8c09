/** One way to write a structure down, so that its hash is the same whoever makes it. */

/**
 * JSON in the canonical form of RFC 8785: no white space, the names of every object in the order of their UTF-16 code units, values
 * that are undefined left out. Its UTF-8 bytes are what `sha256` is of.
 * https://www.rfc-editor.org/rfc/rfc8785
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const pairs = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${pairs.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(',')}}`
}

/**
 * SHA-256 of the text's UTF-8 bytes, as 64 small hexadecimal digits: what `sha256sum` and PowerShell's `Get-FileHash` say of a
 * file with the same text.
 */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * The text in pieces of at most `longest` characters, which joined are the text again. No piece begins or ends with white space,
 * which a field may trim, or in the middle of a character.
 */
export function piecesOf(text: string, longest = 60_000): string[] {
  const pieces: string[] = []
  for (let from = 0; from < text.length; ) {
    const to = endOf(text, from, Math.min(from + longest, text.length))
    pieces.push(text.slice(from, to))
    from = to
  }
  return pieces
}

/** The last place to part before `latest`; where there is none, `latest` itself. */
function endOf(text: string, from: number, latest: number): number {
  let to = latest
  while (to < text.length && to > from + 1 && !mayPart(text, to)) to--
  return to > from + 1 ? to : latest
}

const mayPart = (text: string, at: number) =>
  !/\s/.test(text.slice(at - 1, at + 1)) && !/[\uD800-\uDBFF]/.test(text.charAt(at - 1))
