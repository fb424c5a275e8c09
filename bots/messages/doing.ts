/** A card's answer is an action, the same as in the tab: done, or refused in words that stand in the card. */
import * as v from 'valibot'
import type { ActionArgs, ActionName } from '#src/actions/index.ts'
import type { Done } from '#src/actions/work.ts'
import { type Refusal, Refused } from '#src/rules/refusal.ts'
import { refusalText } from '#src/text/refusals.ts'
import type { Words } from '#src/text/words.ts'
import { refusalOf } from '#bots/actions.ts'
import { box, type Element, paragraph } from './parts.ts'
import type { Telling } from './telling.ts'

/** Of a card that is drawn anew: what is done with it is done once, however often it is pressed. */
export const newId = () => crypto.randomUUID()

/** Never throws: what failed is said as what was refused, so that nothing typed is lost. */
export async function attempt<N extends ActionName>(
  { of, me }: Telling,
  { name, args, id, seen }: { name: N; args: ActionArgs<N>; id: string; seen?: Record<string, string> },
): Promise<{ done: Done; refusals: [] } | { done?: undefined; refusals: Refusal[] }> {
  try {
    // Nobody can ask for somebody else's act again: whose it is, is a part of the key.
    return { done: await of.run(name, args, me, `card-${id}-${me.id}`, seen), refusals: [] }
  } catch (error) {
    if (error instanceof Refused) return { refusals: error.refusals }
    of.log.error({ action: name, err: error }, 'a card failed')
    return { refusals: [refusalOf(error)] }
  }
}

/** Why it wasn't done, above the form. */
export const refusalBox = (refusals: readonly Refusal[], words: Words): Element[] =>
  refusals.length === 0
    ? []
    : [box('attention', ...refusals.map((refusal) => paragraph(refusalText(refusal, words))))]

/** What somebody typed; an empty field is nothing. */
export const typedText = v.optional(
  v.pipe(
    v.string(),
    v.maxLength(4000),
    v.transform((text) => text.trim() || undefined),
  ),
)

/** One of a set, or nothing chosen. */
export const typedChoice = <const K extends string>(keys: readonly K[]) =>
  v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => keys.find((key) => key === text)),
    ),
  )
