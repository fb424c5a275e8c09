/** Time that passes when everybody waits: a month in minutes, the same each time. Requests to the tenant are real, and take none of it. */
import type { Clock } from '#bots/delivery/clock.ts'

interface Timer {
  at: number
  order: number
  wake: () => void
}

export interface VirtualTime extends Clock {
  /** Real work that time stands still for. */
  during: <T>(work: () => Promise<T>) => Promise<T>
  /** Lets time pass until an instant. */
  runUntil: (instant: number) => Promise<void>
}

export function createVirtualTime(start: number): VirtualTime {
  let now = start
  let order = 0
  let working = 0
  const timers: Timer[] = []
  let idle: (() => void) | undefined

  const isWorking = () => working > 0
  const everybodyWaits = async () => {
    do {
      if (isWorking()) await new Promise<void>((resolve) => (idle = resolve))
      // Whatever was woken goes on until it waits again.
      await new Promise((resolve) => setImmediate(resolve))
    } while (isWorking())
  }
  return {
    now: () => now,
    sleep: (ms) =>
      new Promise((wake) => {
        push(timers, { at: now + Math.max(0, ms), order: order++, wake: () => wake() })
      }),
    async during(work) {
      working++
      try {
        return await work()
      } finally {
        working--
        if (working === 0) idle?.()
      }
    },
    async runUntil(instant) {
      for (;;) {
        await everybodyWaits()
        const first = timers[0]
        if (!first || first.at > instant) break
        now = Math.max(now, first.at)
        pop(timers)?.wake()
      }
      now = Math.max(now, instant)
    },
  }
}

const isBefore = (a: Timer, b: Timer) => a.at < b.at || (a.at === b.at && a.order < b.order)

/** A binary heap: the soonest is first. */
function push(heap: Timer[], timer: Timer) {
  heap.push(timer)
  for (let at = heap.length - 1; at > 0; ) {
    const parent = (at - 1) >> 1
    if (!isBefore(heap[at] as Timer, heap[parent] as Timer)) return
    swap(heap, at, parent)
    at = parent
  }
}

function pop(heap: Timer[]): Timer | undefined {
  const first = heap[0]
  const last = heap.pop()
  if (last === undefined || heap.length === 0) return first
  heap[0] = last
  for (let at = 0; ; ) {
    const [left, right] = [2 * at + 1, 2 * at + 2]
    let least = at
    if (left < heap.length && isBefore(heap[left] as Timer, heap[least] as Timer)) least = left
    if (right < heap.length && isBefore(heap[right] as Timer, heap[least] as Timer)) least = right
    if (least === at) return first
    swap(heap, at, least)
    at = least
  }
}

function swap(heap: Timer[], a: number, b: number) {
  const kept = heap[a] as Timer
  heap[a] = heap[b] as Timer
  heap[b] = kept
}
