/** The key of what is taken up from a proposal: made of the meeting and the cause, so that two who prepare make one item. */

/** A line of SharePoint holds 255 characters. */
const MOST = 250

export function proposalKey(meeting: string, cause: string): string {
  const key = `${meeting}/${cause}`
  return key.length <= MOST ? key : `${key.slice(0, MOST - 9)}~${hashOf(key)}`
}

/** Eight characters that differ when the texts do (FNV-1a): http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
