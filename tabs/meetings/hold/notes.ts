/** Keeps what is typed at a meeting: in the browser with each letter, on the server soon after. Nothing the person types waits for it. */
import type { AgendaItem } from '#src/lists/meetings.ts'
import { agendaItems } from '#src/lists/meetings.ts'
import type { ActionArgs } from '#src/actions/index.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { type Acting, newKey } from '../../act.ts'
import type { BrowserCache } from '../../cache.ts'
import type { Data } from '../../data.ts'
import {
  arrived,
  type Box,
  boxOf,
  chosen,
  dropped,
  dueAt,
  isUnsaved,
  type NoteField,
  noteFields,
  queued,
  refused,
  restored,
  retried,
  sent,
  textIn,
  typed,
} from './autosave.ts'
import { keeper } from './keeper.ts'

export interface Notes {
  boxOf: (item: string) => Box | undefined
  boxes: () => readonly Box[]
  text: (item: string, field: NoteField) => string
  type: (item: string, field: NoteField, text: string) => void
  choose: (item: string, field: NoteField, text: string) => void
  /** The items as they stand now, whoever changed them. */
  take: (items: readonly AgendaItem[]) => void
  /** What a closed page left is here: from then on it may be typed. */
  ready: () => boolean
  /** Items for which an earlier page left something the server hadn't. */
  restored: () => number
  /** False where the browser keeps nothing: then it is sent at once. */
  keeps: () => boolean
  /** Why an item can't be saved. */
  refusals: (item: string) => readonly Refusal[]
  /** Sends what waits, now. */
  flush: () => void
  subscribe: (listener: () => void) => () => void
  /** Sends what is left and stops listening. */
  close: () => void
}

/** Machine time, replaced in tests. */
export interface Clock {
  now: () => number
  /** Answers how to call it off. */
  after: (ms: number, work: () => void) => () => void
}
const machine: Clock = {
  now: () => Date.now(),
  after: (ms, work) => {
    const timer = setTimeout(work, ms)
    return () => clearTimeout(timer)
  },
}

const none: readonly Refusal[] = []

export function createNotes({
  meeting,
  items,
  cache,
  acting,
  store,
  clock = machine,
}: {
  meeting: string
  items: readonly AgendaItem[]
  cache: BrowserCache
  acting: Pick<Acting, 'act' | 'queue' | 'subscribe'>
  store: Pick<Data['store'], 'byKey'>
  clock?: Clock
}): Notes {
  let boxes: readonly Box[] = items.map(boxOf)
  let isReady = false
  let found = 0
  let stop: (() => void) | undefined
  const listeners = new Set<() => void>()
  const whys = new Map<string, readonly Refusal[]>()
  /** A window of its own replaces in the queue only what it put there itself. */
  const keys = new Map<string, string>()
  const keep = keeper(cache, meeting, () => tell())

  const tell = () => listeners.forEach((listener) => listener())
  const of = (item: string) => boxes.find((box) => box.item === item)
  const put = (next: Box | undefined) => {
    if (!next) return
    const before = of(next.item)
    if (before === next) return
    boxes = before ? boxes.map((box) => (box === before ? next : box)) : [...boxes, next]
    for (const field of noteFields)
      if (before?.mine[field] !== next.mine[field] || before?.base[field] !== next.base[field])
        keep.write(next.item, field, field in next.mine ? pairOf(next, field) : undefined)
    plan()
    tell()
  }

  function plan() {
    stop?.()
    const times = boxes.flatMap((box) => dueAt(box, { hurry: !keep.works() }) ?? [])
    stop = times.length > 0 ? clock.after(Math.max(0, Math.min(...times) - clock.now()), sendDue) : undefined
  }

  function sendDue() {
    stop = undefined
    const now = clock.now()
    const due = boxes.filter((box) => (dueAt(box, { hurry: !keep.works() }) ?? Infinity) <= now)
    for (const box of due) void send(box)
    plan()
  }

  async function send(box: Box) {
    const { item } = box
    const { box: waiting, texts, seen } = sent(box, clock.now())
    put(waiting)
    const key = keys.get(item) ?? newKey()
    keys.set(item, key)
    const base = Object.fromEntries(noteFields.flatMap((f) => (f in texts ? [[f, box.base[f] ?? '']] : [])))
    const args: ActionArgs<'noteItem'> = { item, values: texts, base }
    const answer = await acting.act('noteItem', args, { [item]: seen }, key)
    const now = of(item)
    if (!now) return
    if ('waiting' in answer) return put(queued(now))
    if ('done' in answer) {
      whys.delete(item)
      const there = answer.done.agendaItems?.find((one) => one.key === item)
      const next = there ? arrived(now, there, clock.now()) : now
      return put(next.flight ? dropped(next, clock.now()) : next)
    }
    whys.set(item, answer.refusals)
    const isChanged = answer.refusals.some(({ why }) => why === 'changedByOther')
    // It can't be read now: what was typed stays, and goes again with the next letter.
    const there = isChanged ? await store.byKey(agendaItems, item).catch(() => undefined) : undefined
    const after = of(item)
    if (after) put(refused(after, there, clock.now()))
  }

  /** What left the queue without an answer to this page: taken back by hand, or refused late. */
  const stopQueue = acting.subscribe(() => {
    const waiting = new Set(acting.queue().map(({ key }) => key))
    for (const box of boxes)
      if (box.flight?.queued && !waiting.has(keys.get(box.item) ?? '')) put(dropped(box, clock.now()))
  })

  async function restore() {
    for (const [item, fields] of await keep.read(items.map(({ key }) => key))) {
      const box = of(item)
      const next = box && restored(box, fields, clock.now())
      if (!next || next === box) continue
      found++
      put(next)
    }
    isReady = true
    tell()
  }
  void restore()

  return {
    boxOf: of,
    boxes: () => boxes,
    text: (item, field) => {
      const box = of(item)
      return box ? textIn(box, field) : ''
    },
    type: (item, field, text) => {
      const box = of(item)
      if (box) put(typed(box, field, text, clock.now()))
    },
    choose: (item, field, text) => {
      const box = of(item)
      if (box) put(chosen(box, field, text, clock.now()))
    },
    take: (now) => {
      for (const item of now) {
        const box = of(item.key)
        put(box ? arrived(box, item, clock.now()) : boxOf(item))
      }
    },
    ready: () => isReady,
    restored: () => found,
    keeps: keep.works,
    refusals: (item) => whys.get(item) ?? none,
    flush: () => {
      for (const box of boxes) if (box.refused) put(retried(box, clock.now()))
      for (const box of boxes) if (dueAt(box) !== undefined) void send(box)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    close: () => {
      stop?.()
      stopQueue()
      for (const box of boxes) if (isUnsaved(box) && dueAt(box) !== undefined) void send(box)
      stop?.()
    },
  }
}

const pairOf = ({ base, mine }: Box, field: NoteField) => ({
  base: base[field] ?? '',
  text: mine[field] ?? '',
})
