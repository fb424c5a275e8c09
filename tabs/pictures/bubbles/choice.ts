/** What the bubbles show, as it stands in the address: axes, size, colour, and which axes are logarithmic. */
import { useMemo } from 'react'
import { useSearchParams } from 'wouter'
import { type Measure, measures } from '#src/rules/pictures/bubbles.ts'

export interface BubbleChoice {
  x: Measure
  y: Measure
  /** `undefined`: all of one size. */
  size: Measure | undefined
  colour: Measure | 'portfolio' | undefined
  logX: boolean
  logY: boolean
}

/** Stands in the address for nothing chosen, where something is shown at first. */
const NOTHING = '-'
const standard = { x: 'cost', y: 'benefit', size: 'effort', colour: 'portfolio' } as const

let last: { text: string; choice: BubbleChoice } | undefined
/** The same choice for the same address: nothing is placed anew when something else there changes. */
function choiceIn(params: URLSearchParams): BubbleChoice {
  const choice = readChoice(params)
  const text = JSON.stringify(choice)
  if (last?.text !== text) last = { text, choice }
  return last.choice
}

export function readChoice(params: URLSearchParams): BubbleChoice {
  const of = (name: 'x' | 'y' | 'size' | 'colour') => measures.find((one) => one === params.get(name))
  const log = params.get('log') ?? ''
  const x = of('x') ?? standard.x
  const y = of('y') ?? standard.y
  const size = params.get('size') === NOTHING ? undefined : (of('size') ?? standard.size)
  const colour = params.get('colour')
  return {
    x,
    y,
    size,
    colour: colour === NOTHING ? undefined : (of('colour') ?? standard.colour),
    logX: log.includes('x') && mayBeLog(x),
    logY: log.includes('y') && mayBeLog(y),
  }
}

export function writeChoice(before: URLSearchParams, choice: BubbleChoice): URLSearchParams {
  const params = new URLSearchParams(before)
  const put = (name: 'x' | 'y' | 'size' | 'colour', value: string | undefined) =>
    value === standard[name] ? params.delete(name) : params.set(name, value ?? NOTHING)
  put('x', choice.x)
  put('y', choice.y)
  put('size', choice.size)
  put('colour', choice.colour)
  const log = `${choice.logX ? 'x' : ''}${choice.logY ? 'y' : ''}`
  if (log) params.set('log', log)
  else params.delete('log')
  return params
}

/** Steps and points out of a hundred are no amounts. */
export const mayBeLog = (measure: Measure) => measure !== 'risk' && measure !== 'score'

export function useBubbleChoice(): [BubbleChoice, (next: Partial<BubbleChoice>) => void] {
  const [params, setParams] = useSearchParams()
  const choice = useMemo(() => choiceIn(params), [params])
  const change = (next: Partial<BubbleChoice>) =>
    setParams((before) => writeChoice(before, { ...readChoice(before), ...next }), { replace: true })
  return [choice, change]
}
