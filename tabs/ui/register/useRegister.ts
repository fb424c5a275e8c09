/** Every decision there is, in the order of the register: from the browser's database at once, made without stopping the page. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import { type Decision, decisions } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { type AgendaItem, agendaItems, carrying } from '#src/lists/meetings.ts'
import { paragraphs } from '#src/lists/minutes.ts'
import { forums } from '#src/lists/organisation.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { daysEarlier } from '#src/rules/calendar.ts'
import type { RegisterEntry, RegisterFacts } from '#src/rules/deciding/register.ts'
import { pendingDecisions } from '#src/rules/deciding/registerPending.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { type KeptStatus, useKept, useKeptItems } from '../../kept.ts'
import { useWords } from '../../language.ts'
import { useRead } from '../useRead.ts'
import { makeRegister } from './making.ts'

const registerLists = { decisions, paragraphs } as const

/** What is read first where nothing is kept yet: about a quarter. */
const RECENT_DAYS = 120

export interface Register {
  /** Newest first; `undefined` until the first are here. */
  entries: readonly RegisterEntry[] | undefined
  /** Items of meetings that wait to be carried out, by key. */
  waiting: ReadonlyMap<string, AgendaItem>
  /** There is more to come than what is shown. */
  arriving: boolean
  status: KeptStatus
  error: unknown
  reload: () => void
}

/** `key`: a decision that is asked for by its link, and comes before the others. */
export function useRegister(key: string | undefined): Register {
  const words = useWords()
  const { word } = words
  const { session } = useSession()
  const { kept, status, reload } = useKept(registerLists)
  const rows = useKeptItems(kept, decisions)
  const numbers = useKeptItems(kept, paragraphs)
  const all = useItems(session.data, initiatives)
  const bodies = useItems(session.data, forums)
  const open = useRead('agendaItems', readOpen, isOpen)
  const reloadOpen = open.reload
  const recent = useRecent(status.phase === 'fetching' && rows.length === 0, key)
  const isWhole = status.phase === 'ready'

  const made = useMemo(
    () => (isWhole ? rows : [...new Map([...recent, ...rows].map((row) => [row.key, row])).values()]),
    [isWhole, rows, recent],
  )
  const facts = useMemo((): RegisterFacts | undefined => {
    const items = open.rows ?? []
    if (made.length === 0 && !isWhole) return undefined
    const written = new Set(made.map(({ key }) => key))
    return {
      decisions: [...pendingDecisions(items, { written, initiatives: all }), ...made],
      paragraphs: numbers,
      items,
      initiatives: all,
      forums: bodies,
      said: ({ matter, outcome }) => `${word('decisionMatters', matter)} ${word('outcomes', outcome)}`,
    }
  }, [made, isWhole, numbers, open.rows, all, bodies, word])
  const entries = useMade(facts)
  return {
    entries,
    waiting: useMemo(() => new Map(open.rows?.map((item) => [item.key, item])), [open.rows]),
    arriving: !isWhole && status.phase !== 'failed',
    status,
    error: status.error ?? open.error,
    reload: useCallback(() => {
      reload()
      reloadOpen()
    }, [reload, reloadOpen]),
  }
}

/** The last made stays until the next is ready. */
function useMade(facts: RegisterFacts | undefined): readonly RegisterEntry[] | undefined {
  const [made, setMade] = useState<readonly RegisterEntry[]>()
  useEffect(() => {
    if (!facts) return
    const asked = { wanted: true }
    void makeRegister(facts, asked).then((entries) => entries && setMade(entries))
    return () => {
      asked.wanted = false
    }
  }, [facts])
  return made
}

/** The latest decisions and the one asked for, while all of them are on their way for the first time. */
function useRecent(isCold: boolean, key: string | undefined): readonly Decision[] {
  const { session, today } = useSession()
  const [recent, setRecent] = useState<readonly Decision[]>([])
  useEffect(() => {
    if (!isCold) return
    const { store } = session.data
    const reads = [
      store.since(decisions, 'decidedOn', daysEarlier(today, RECENT_DAYS)),
      key === undefined ? [] : store.where(decisions, { column: 'key', value: key }),
    ]
    for (const read of reads)
      Promise.resolve(read).then(
        (found) => setRecent((before) => [...before, ...found]),
        // The whole register is on its way too, and says what stands in the way.
        () => undefined,
      )
  }, [isCold, key, session, today])
  return recent
}

const readOpen = async (store: ListReader) => {
  const values = [carrying.waiting, carrying.refused]
  return (await store.whereIn([{ list: agendaItems, column: 'carrying', values }]))[0]
}
const isOpen = (item: AgendaItem) => item.carrying === 'waiting' || item.carrying === 'refused'
