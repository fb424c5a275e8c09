/** Ids of the demo that are the same from start to start. */
import { createHash } from 'node:crypto'

/** A GUID that is always the same for the same words. */
export function stableGuid(words: string): string {
  const hex = createHash('sha256').update(`samstyr:${words}`).digest('hex')
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 0x3) | 0x8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-')
}
