/** How well an order holds, worked out in a worker while the page goes on; the latest question is the one that is answered. */
import { useEffect, useState } from 'react'
import type { Steadiness, Uncertain } from '#src/rules/prioritising/stability.ts'
import type { StabilityAnswer, StabilityAsked } from '../workers/stability.ts'

/** By initiative; undefined until it is known, and where a worker can't be had. `all` must keep its identity between renders. */
export function useSteadiness(
  all: readonly Uncertain[] | undefined,
  by: StabilityAsked['by'],
): ReadonlyMap<string, Steadiness> | undefined {
  const [found, setFound] = useState<{ of: readonly Uncertain[]; by: string; map: Map<string, Steadiness> }>()
  useEffect(() => {
    if (!all || all.length === 0) return
    const worker = new Worker(new URL('../workers/stability.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<StabilityAnswer>) => {
      setFound({ of: all, by, map: new Map(data.found.map((one) => [one.id, one])) })
      worker.terminate()
    })
    worker.postMessage({ all, by } satisfies StabilityAsked)
    return () => worker.terminate()
  }, [all, by])
  return found && found.of === all && found.by === by ? found.map : undefined
}
