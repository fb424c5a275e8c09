/** The plan for the file and the choices at hand; while a new one is made the one before stays in view. */
import { useEffect, useState } from 'react'
import type { ImportOptions, ImportPlan } from '#src/import/plan.ts'
import { createPlanner, type Failure } from './planner.ts'

interface Made {
  bytes: Uint8Array
  options: ImportOptions
  /** The last plan of these bytes, also when the newest choice gave none: the choices must stay in reach. */
  plan?: ImportPlan
  failure?: Failure
}

export function usePlan(bytes: Uint8Array | undefined, options: ImportOptions | undefined) {
  const [planner] = useState(createPlanner)
  const [made, setMade] = useState<Made>()
  useEffect(() => planner.close, [planner])
  useEffect(() => {
    if (!bytes || !options) return
    let wanted = true
    void planner.plan(bytes, options).then((planned) => {
      if (!wanted) return
      setMade((before) => ({
        bytes,
        options,
        ...(before?.bytes === bytes && before.plan && { plan: before.plan }),
        ...planned,
      }))
    })
    return () => {
      wanted = false
    }
  }, [planner, bytes, options])

  const current = made && made.bytes === bytes ? made : undefined
  return {
    plan: current?.plan,
    failure: current?.failure,
    reading: bytes !== undefined && options !== undefined && current?.options !== options,
  }
}
