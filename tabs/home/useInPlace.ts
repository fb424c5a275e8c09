/** Lets each line stay where it was first shown: what is found out later about one must not move the others. */
import { useEffect, useState } from 'react'
import type { Waiting } from '#src/rules/reminding/waiting.ts'

/** New lines come last. When the page has been out of sight, the most urgent stands first again. */
export function useInPlace(waiting: readonly Waiting[]): readonly Waiting[] {
  const [order, setOrder] = useState(() => placesOf(waiting))
  useEffect(() => {
    const onHidden = () => {
      if (document.visibilityState === 'hidden') setOrder(undefined)
    }
    document.addEventListener('visibilitychange', onHidden)
    return () => document.removeEventListener('visibilitychange', onHidden)
  }, [])
  if (!order) {
    setOrder(placesOf(waiting))
    return waiting
  }
  const placeOf = ({ initiative }: Waiting) => order.get(initiative.key) ?? order.size
  return waiting.toSorted((a, b) => placeOf(a) - placeOf(b))
}

const placesOf = (waiting: readonly Waiting[]): ReadonlyMap<string, number> | undefined =>
  new Map(waiting.map(({ initiative }, i) => [initiative.key, i]))
