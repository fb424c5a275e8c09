/** Links that Graph gives, as paths of ours. */

export const VERSION = '/v1.0'

/** The path and query below `/v1.0` of a link, whatever host it names (the local tenant writes its own). */
export function pathOf(link: string): string {
  const at = link.startsWith('http') ? link.indexOf(VERSION) : -1
  return at < 0 ? link : link.slice(at + VERSION.length)
}
