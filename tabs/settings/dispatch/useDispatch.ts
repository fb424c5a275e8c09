/** A day's messages, asked of the server again and again while the page is in sight: often when something is on its way. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Day } from '#src/lists/columns.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { type Dispatch, type DispatchRow, isSending } from '#src/rules/reminding/dispatch.ts'
import { useSession } from '../../context.ts'

const BUSY_MS = 10_000
const QUIET_MS = 60_000

export interface Asked {
  /** Of the day that was asked for. */
  dispatch: Dispatch | undefined
  /** Whether a server was at work when it was read. */
  sends: boolean
  failed: boolean
  refusals: Refusal[]
  readAt: Date | undefined
  reload: () => void
  /** Puts in place what an action answered. */
  take: (rows: readonly DispatchRow[]) => void
}

export function useDispatch(day: Day): Asked {
  const { session } = useSession()
  const [read, setRead] = useState<{ dispatch: Dispatch; at: Date }>()
  const [failed, setFailed] = useState(false)
  const [refusals, setRefusals] = useState<Refusal[]>([])
  // What was asked for last is what is shown, in whatever order answers come.
  const latest = useRef(0)
  const reload = useCallback(() => {
    const mine = ++latest.current
    void session.acting.ask('loadDispatch', { day }).then((answer) => {
      if (mine !== latest.current) return
      setFailed('waiting' in answer)
      setRefusals('refusals' in answer ? answer.refusals : [])
      const found = 'done' in answer ? answer.done.dispatch : undefined
      if (found) setRead({ dispatch: found, at: new Date() })
    })
  }, [session, day])
  const dispatch = read?.dispatch.day === day ? read.dispatch : undefined
  const sends = read !== undefined && isSending(read.dispatch.progress, read.at.getTime())
  const isBusy =
    sends && dispatch?.rows.some(({ state }) => state === 'waiting' || state === 'sending') === true
  useEffect(() => {
    const counter = latest
    reload()
    return () => {
      counter.current++
    }
  }, [reload])
  useEffect(() => {
    const again = () => {
      if (document.visibilityState === 'visible') reload()
    }
    const timer = setInterval(again, isBusy ? BUSY_MS : QUIET_MS)
    document.addEventListener('visibilitychange', again)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', again)
    }
  }, [reload, isBusy])
  const take = useCallback((rows: readonly DispatchRow[]) => {
    setRead((now) => {
      if (!now) return now
      const { dispatch: before } = now
      const fresh = new Map(rows.filter((row) => row.day === before.day).map((row) => [row.key, row]))
      const kept = before.rows.map((row) => fresh.get(row.key) ?? row)
      const known = new Set(before.rows.map(({ key }) => key))
      const added = [...fresh.values()].filter(({ key }) => !known.has(key))
      return { ...now, dispatch: { ...before, rows: [...added, ...kept] } }
    })
  }, [])
  return { dispatch, sends, failed, refusals, readAt: read?.at, reload, take }
}
