/** Around what shows axes of balance: there the installation's own names of them are spoken, and those it doesn't use are known. */
import { type ReactNode, useEffect, useMemo } from 'react'
import { type AxisName, axisNames } from '#src/lists/axisNames.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { usedAxes } from '#src/rules/pictures/axes.ts'
import { namingAxes } from '#src/text/namedAxes.ts'
import { useSession } from '../../context.ts'
import { useWords, WordsContext } from '../../language.ts'
import { useRead } from '../useRead.ts'
import { AxesContext } from './axesContext.ts'

const readAll = (store: ListReader) => store.all(axisNames)
const belong = () => true
const none: readonly AxisName[] = []

/** What was read last by whom: a page that opens after another speaks so from the start. */
const last = new WeakMap<object, readonly AxisName[]>()

export function NamedAxes({ children }: { children: ReactNode }) {
  const words = useWords()
  const { session } = useSession()
  const { rows, error, reload } = useRead('axisNames', readAll, belong)
  useEffect(() => {
    if (rows) last.set(session, rows)
  }, [session, rows])
  const said = rows ?? last.get(session) ?? none
  const named = useMemo(() => namingAxes(words, said), [words, said])
  const axes = useMemo(
    () => ({ used: usedAxes(said), said: rows, error: rows ? undefined : error, reload }),
    [said, rows, error, reload],
  )
  return (
    <WordsContext value={named}>
      <AxesContext value={axes}>{children}</AxesContext>
    </WordsContext>
  )
}
