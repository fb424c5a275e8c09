/** The filter of the follow-up in the page's address, so that a link carries it. */
import { type Filter, type Standing, standings } from './overview.ts'

export function filterIn(search: string): Filter {
  const query = new URLSearchParams(search)
  const standing = query.get('light') ?? ''
  return {
    portfolio: query.get('portfolio') ?? '',
    standing: (standings as readonly string[]).includes(standing) ? (standing as Standing) : '',
    mine: query.get('mine') === '1',
  }
}

/** `?…` with what the host wrote there kept. */
export function filterText({ portfolio, standing, mine }: Filter, search: string): string {
  const query = new URLSearchParams(search)
  for (const [name, value] of [
    ['portfolio', portfolio],
    ['light', standing],
    ['mine', mine ? '1' : ''],
  ] as const)
    if (value) query.set(name, value)
    else query.delete(name)
  const text = query.toString()
  return text && `?${text}`
}
