/** An action of mine: done, moved to another day with the reason, or handed over to somebody by name. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import * as v from 'valibot'
import { type ActionItem, actionItems } from '#src/lists/actionItems.ts'
import type { Person } from '#src/lists/columns.ts'
import { isDay } from '#src/lists/shapes.ts'
import { type Written, writingCard } from './actionCards.ts'
import { attempt, newId, typedText } from './doing.ts'
import { type Back, carriedShape, type MatterOf } from './matter.ts'
import { peopleNamed } from './peopleNamed.ts'
import type { Answers, Telling } from './telling.ts'

type Asked = { matter: MatterOf<'action'>; back?: Back | undefined }

const typedShape = v.object({
  ...carriedShape.entries,
  due: typedText,
  moveReason: typedText,
  handReason: typedText,
  name: typedText,
  person: typedText,
})

/** How it stands, and what its owner can do. */
export async function showAction(asked: Asked, telling: Telling): Promise<IAdaptiveCard> {
  return draw(asked, telling, { id: newId() })
}

export const actionAnswers: Answers = {
  async actionDone(data, telling) {
    const { asked, id, action } = await read(data, telling)
    if (!action || action.state !== 'open') return draw(asked, telling, { id })
    const args = { action: action.key, forum: action.forum.key, values: { state: 'done' } }
    const { refusals } = await attempt(telling, { name: 'saveAction', args, id })
    return draw(asked, telling, { id, refusals })
  },

  async actionMove(data, telling) {
    const { asked, id, action, typed, version } = await read(data, telling)
    const { due, moveReason: reason } = typed
    const written = { id, part: 'move', due, reason } as const
    if (!action || !due || !isDay(due)) return draw(asked, telling, { ...written, lacks: 'bot.chooseDay' })
    const args = {
      action: action.key,
      forum: action.forum.key,
      values: { due, ...(reason && { reason }) },
    }
    const seen = version === undefined ? {} : { [action.key]: version }
    const { refusals } = await attempt(telling, { name: 'saveAction', args, id, seen })
    return draw(
      asked,
      telling,
      refusals.length > 0 ? { ...written, refusals } : { id: newId(), did: 'moved' },
    )
  },

  async actionHand(data, telling) {
    const { asked, id, action, typed, version } = await read(data, telling)
    const { name, person, handReason: reason } = typed
    const written = { id, part: 'hand', name, reason } as const
    if (!action || !name) return draw(asked, telling, { ...written, lacks: 'bot.writeName' })
    const found = await peopleNamed(name, telling, action.forum.key)
    const owner = chosen(found, { name, person })
    if (!owner)
      return draw(asked, telling, {
        ...written,
        ...(found.length > 0 ? { found } : { lacks: 'bot.nobodyNamed' }),
      })
    const args = {
      action: action.key,
      forum: action.forum.key,
      values: { owner, ...(reason && { reason }) },
    }
    const seen = version === undefined ? {} : { [action.key]: version }
    const { refusals } = await attempt(telling, { name: 'saveAction', args, id, seen })
    return draw(
      asked,
      telling,
      refusals.length > 0 ? { ...written, refusals } : { id: newId(), did: 'handed' },
    )
  },
}

/** The one that was chosen among those of the name, or the only one who is called just so. */
function chosen(
  found: readonly Person[],
  { name, person }: { name: string; person: string | undefined },
): Person | undefined {
  const same = found.filter((one) => one.name.toLowerCase() === name.toLowerCase())
  return found.find(({ id }) => id === person) ?? (same.length === 1 ? same[0] : undefined)
}

async function read(data: unknown, { of: { store } }: Telling) {
  const { matter, back, id = newId(), version, ...typed } = v.parse(typedShape, data)
  if (matter.kind !== 'action') throw new TypeError('Another matter than an action was answered as one')
  const action = await store.byKey(actionItems, matter.item)
  const asked: Asked = { matter, back }
  return { asked, id, version, action: action?.archived ? undefined : action, typed }
}

async function draw(asked: Asked, telling: Telling, written: Written): Promise<IAdaptiveCard> {
  const found: ActionItem | undefined = await telling.of.store.byKey(actionItems, asked.matter.item)
  return writingCard(asked, found?.archived ? undefined : found, written, telling)
}
