/** Makes and searches the register a few milliseconds at a time: twenty thousand decisions come without a keystroke waiting for them. */
import {
  entryMaker,
  inRegister,
  type RegisterEntry,
  type RegisterFacts,
} from '#src/rules/deciding/register.ts'

/** Half of what a frame has. */
const SLICE_MS = 8

/** `undefined` when it isn't wanted any more. */
export async function makeRegister(
  { decisions, ...facts }: RegisterFacts,
  asked: { readonly wanted: boolean },
): Promise<RegisterEntry[] | undefined> {
  const entryOf = entryMaker(facts)
  const entries: RegisterEntry[] = []
  const take = (decision: RegisterFacts['decisions'][number]) => {
    if (!decision.archived) entries.push(entryOf(decision))
    return false
  }
  await eachBreathing(decisions, take, asked)
  return asked.wanted ? inRegister(entries) : undefined
}

/** Does something with each until it answers yes or isn't wanted any more, pausing so that whatever the page has to do comes between. */
export async function eachBreathing<T>(
  all: readonly T[],
  take: (one: T) => boolean,
  asked: { readonly wanted: boolean },
): Promise<void> {
  let begun = performance.now()
  for (const one of all) {
    if (take(one)) return
    if (performance.now() - begun < SLICE_MS) continue
    await breath()
    if (!asked.wanted) return
    begun = performance.now()
  }
}

const breath = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve)
  })
