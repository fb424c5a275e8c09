/** Makes the register a few milliseconds at a time: twenty thousand decisions come without a keystroke waiting for them. */
import { entryMaker, inRegister, type RegisterEntry, type RegisterFacts } from '#src/rules/register.ts'

/** Half of what a frame has. */
const SLICE_MS = 8

/** `undefined` when it isn't wanted any more. */
export async function makeRegister(
  { decisions, ...facts }: RegisterFacts,
  asked: { readonly wanted: boolean },
): Promise<RegisterEntry[] | undefined> {
  const entryOf = entryMaker(facts)
  const entries: RegisterEntry[] = []
  let begun = performance.now()
  for (const decision of decisions) {
    if (!decision.archived) entries.push(entryOf(decision))
    if (performance.now() - begun < SLICE_MS) continue
    await breath()
    if (!asked.wanted) return undefined
    begun = performance.now()
  }
  return inRegister(entries)
}

const breath = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve)
  })
