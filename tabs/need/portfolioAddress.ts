/** The address of the portfolio with exactly the needs that a number stands for. */
import { states } from '#src/lists/initiatives.ts'

/** Facets of the portfolio table as its address spells them; those left out don't filter. */
export interface Asked {
  department?: string | undefined
  stage?: string | undefined
  state?: string | undefined
  external?: 'yes' | 'no' | undefined
  portfolio?: string | undefined
  hasContact?: 'no' | undefined
  hasUnit?: 'no' | undefined
}

/** Also those that have become part of others, which the portfolio leaves out until their state is asked for. */
export const EVERY_STATE = Object.keys(states).join(',')

/** How the portfolio's address spells a facet without a value. */
export const NONE = '-'

export function portfolioAddress(asked: Asked): string {
  const query = new URLSearchParams(
    Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1])),
  )
  return `/portfolio?${query}`
}
