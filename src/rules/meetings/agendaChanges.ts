/** What has changed on an agenda since it was sent: what is new, what reads differently, and what is gone. */
import type { AgendaItem } from '#src/lists/meetings.ts'
import type { AgendaPicture, AgendaPictureItem } from './agendaPicture.ts'
import { same } from '../initiatives/editing.ts'

export interface AgendaChanges {
  added: ReadonlySet<string>
  changed: ReadonlySet<string>
  /** As they were called when it was sent. */
  gone: readonly string[]
  /** Those that are on both stand in another order. */
  moved: boolean
  any: boolean
}

/** What is compared; a note is kept without the spaces around it. */
const parts: readonly ((now: AgendaItem, sent: AgendaPictureItem) => [unknown, unknown])[] = [
  (now, sent) => [now.title, sent.title],
  (now, sent) => [now.kind, sent.kind],
  (now, sent) => [now.minutes, sent.minutes],
  (now, sent) => [now.presenter?.id, sent.presenter?.id],
  (now, sent) => [now.proposal?.trim() ?? '', sent.proposal ?? ''],
  (now, sent) => [now.question?.trim() ?? '', sent.question ?? ''],
  (now, sent) => [links(now.material), links(sent.material)],
  (now, sent) => [
    [now.initiative, ...(now.also ?? [])].flatMap((ref) => ref?.key ?? []),
    sent.initiatives.map(({ key }) => key),
  ],
]

/** `items`: what is on the agenda now, in its order. */
export function changesSince(sent: AgendaPicture, items: readonly AgendaItem[]): AgendaChanges {
  const before = new Map(sent.items.map((item) => [item.key, item]))
  const now = new Set(items.map(({ key }) => key))
  const added = new Set([...now].filter((key) => !before.has(key)))
  const changed = new Set(
    items
      .filter((item) => {
        const old = before.get(item.key)
        return old !== undefined && parts.some((part) => !same(...part(item, old)))
      })
      .map(({ key }) => key),
  )
  const gone = sent.items.filter(({ key }) => !now.has(key)).map(({ title }) => title)
  const stayed = sent.items.map(({ key }) => key).filter((key) => now.has(key))
  const moved = !same(
    stayed,
    items.map(({ key }) => key).filter((key) => before.has(key)),
  )
  return { added, changed, gone, moved, any: moved || added.size + changed.size + gone.length > 0 }
}

const links = (material: AgendaItem['material']) => (material ?? []).map(({ name, url }) => [name, url ?? ''])
