/** What a brief is made of: the meeting, and what is known of the initiatives on its agenda. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type CostItem, costItems } from '#src/lists/businessCase.ts'
import { type Decision, decisions } from '#src/lists/decisions.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { type AgendaItem, agendaItems } from '#src/lists/meetings.ts'
import { forums, type Unit, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { type BriefMatter, briefMatters } from '#src/rules/meetings/brief.ts'
import { isConfidential, markedIn, openOnly } from '#src/rules/initiatives/confidential.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { useSession } from '../../context.ts'
import { useItems } from '../../data.ts'
import { useWords } from '../../language.ts'
import { type MeetingRead, useMeeting } from '../useMeeting.ts'

export interface Brief {
  held: MeetingRead
  /** `undefined` until what they are about has been read. */
  matters: readonly BriefMatter[] | undefined
  /** How many confidential initiatives its matters are about, for whoever may read them. */
  confidential: number
  error: unknown
  reload: () => void
}

interface Around {
  of: string
  initiatives: readonly Initiative[]
  costItems: readonly CostItem[]
  decisions: readonly Decision[]
  said: readonly AgendaItem[]
}

/** `withConfidential`: what is known of confidential initiatives is shown too, and marked; else the page may be handed round. */
export function useBrief(meeting: string, unit: Unit | undefined, withConfidential: boolean): Brief {
  const { t } = useWords()
  const { session } = useSession()
  const { data } = session
  const held = useMeeting(meeting)
  const bodies = useItems(data, forums)
  const places = useItems(data, units)
  const folios = useItems(data, portfolios)
  const { items, positions, complete, reload } = held
  const keys = [...new Set(items.flatMap(({ initiative }) => initiative?.key ?? []))].toSorted().join(' ')
  const [around, setAround] = useState<Around>()
  const [error, setError] = useState<unknown>()
  // What was asked for last is what is shown.
  const latest = useRef(0)
  const readAgain = useCallback(() => {
    if (!complete) return
    const mine = ++latest.current
    readAround(data.store, keys).then(
      (read) => {
        if (mine !== latest.current) return
        setError(undefined)
        setAround(read)
      },
      (failed: unknown) => {
        if (mine === latest.current) setError(failed)
      },
    )
  }, [complete, keys, data.store])
  useEffect(() => {
    readAgain()
    const counter = latest
    return () => {
      counter.current++
    }
  }, [readAgain])
  const matters = useMemo(
    () =>
      unit && around?.of === keys
        ? briefMatters({
            ...(withConfidential
              ? markedIn(around, (title) => t('shownConfidential.mark', { title }))
              : openOnly(around)),
            unit: unit.key,
            items,
            positions,
            forums: bodies,
            portfolios: folios,
            tree: treeOf(places),
          })
        : undefined,
    [unit, around, keys, items, positions, bodies, folios, places, withConfidential, t],
  )
  return {
    held,
    matters,
    confidential: around?.of === keys ? around.initiatives.filter(isConfidential).length : 0,
    error: held.error ?? error,
    reload: () => {
      void reload()
      readAgain()
    },
  }
}

async function readAround(store: ListReader, of: string): Promise<Around> {
  const values = of.split(' ').filter(Boolean)
  const about = { column: 'initiative', values }
  const [whole, costs, made, said] = await store.whereIn([
    { list: initiatives, column: 'key', values },
    { list: costItems, ...about },
    { list: decisions, ...about },
    { list: agendaItems, ...about },
  ])
  return { of, initiatives: whole, costItems: costs, decisions: made, said }
}
