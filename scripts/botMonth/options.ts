/** What is simulated: how many people and items, and how much goes wrong. */
import { parseArgs } from 'node:util'

export interface MonthOptions {
  people: number
  items: number
  instances: number
  /** Shares of sends: refused for now, refused by precondition, delivered without an answer, people not to be reached. */
  throttled: number
  precondition: number
  timeout: number
  unreachable: number
  /** Kills a day, of all instances together. */
  kills: number
  perSecond: number
  unitsPerMinute: number
  seed: number
  from: string
  days: number
}

const defaults = {
  people: '2000',
  items: '5000',
  instances: '3',
  throttled: '0.05',
  precondition: '0.01',
  timeout: '0.01',
  unreachable: '0.02',
  kills: '3',
  rate: '12',
  units: '1000',
  seed: '1',
  // Summer time begins on 29 March, Easter is on 5 April.
  from: '2026-03-16',
  days: '31',
} as const

/** Throws on an option that there isn't, or a number that is none. */
export function monthOptions(args: string[]): MonthOptions {
  const names = Object.keys(defaults) as (keyof typeof defaults)[]
  const { values } = parseArgs({
    args,
    options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
  })
  const text = (name: keyof typeof defaults) => values[name] ?? defaults[name]
  const number = (name: keyof typeof defaults) => {
    const value = Number(text(name))
    if (!Number.isFinite(value) || value < 0) throw new Error(`--${name} is a number, not ${text(name)}`)
    return value
  }
  return {
    people: number('people'),
    items: number('items'),
    instances: number('instances'),
    throttled: number('throttled'),
    precondition: number('precondition'),
    timeout: number('timeout'),
    unreachable: number('unreachable'),
    kills: number('kills'),
    perSecond: number('rate'),
    unitsPerMinute: number('units'),
    seed: number('seed'),
    from: text('from'),
    days: number('days'),
  }
}
