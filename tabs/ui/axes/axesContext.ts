/** The axes that the page looks along, as the installation has them. */
import { createContext, use } from 'react'
import type { AxisName } from '#src/lists/axisNames.ts'
import type { Axis } from '#src/lists/balance.ts'
import { everyAxis } from '#src/rules/pictures/axes.ts'

interface Axes {
  used: readonly Axis[]
  /** What the installation says of them; `undefined` until it has been read. */
  said: readonly AxisName[] | undefined
  /** Why the installation's own names aren't here. */
  error: unknown
  reload: () => void
}

export const AxesContext = createContext<Axes>({
  used: everyAxis,
  said: undefined,
  error: undefined,
  reload: () => undefined,
})

export const useAxes = () => use(AxesContext)

/** Of some axes, those that are used, and those that are chosen already. */
export const offered = <A extends Axis>(some: readonly A[], used: readonly Axis[], chosen?: Axis): A[] =>
  some.filter((axis) => used.includes(axis) || axis === chosen)
