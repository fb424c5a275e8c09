/** What has yet to be sent, oldest first: kept in the browser, shared by all windows of one person, and nothing of it lost to another's write. */
import type { ActionName } from '#src/actions/index.ts'
import type { BrowserCache } from './cache.ts'

export interface Asked {
  key: string
  name: ActionName
  args: unknown
  seen: Record<string, string>
  /** When the person meant it, milliseconds since 1970. */
  at: number
}

export interface Queue {
  all: () => readonly Asked[]
  /** Resolves when what earlier pages left is there. */
  restored: Promise<void>
  /** Several at once, in one write. */
  add: (...asked: Asked[]) => Promise<void>
  remove: (key: string) => Promise<void>
}

const KEPT = 'queue'

export function createQueue(cache: BrowserCache, changed: () => void): Queue {
  let here: readonly Asked[] = []
  const show = (next: readonly Asked[]) => {
    here = next
    changed()
  }
  const restored = cache.kept<Asked[]>(KEPT).then((kept) => show(kept ?? []))
  // The row in the browser is read and written in one step: another window may have put its own there.
  const change = async (step: (kept: readonly Asked[]) => Asked[]) => {
    show(step(here))
    let kept: readonly Asked[] = here
    await cache.change<readonly Asked[]>(KEPT, (now) => {
      kept = step(now ?? [])
      return kept
    })
    show(kept)
  }
  return {
    all: () => here,
    restored,
    add: (...asked) => {
      const keys = new Set(asked.map(({ key }) => key))
      return change((kept) => [...kept.filter(({ key }) => !keys.has(key)), ...asked])
    },
    remove: (key) => change((kept) => kept.filter((each) => each.key !== key)),
  }
}
