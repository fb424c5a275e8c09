/** What waits for the person: at once from what the start brought in, and surer when the rest of a few initiatives has come. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { benefits, costItems, dependencies } from '#src/lists/businessCase.ts'
import { decisions } from '#src/lists/decisions.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { forums, mandates, people, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { type Waiting, waitsForMe } from '#src/rules/reminding/waiting.ts'
import { type DecidedThere, type Read, teamOf } from '#src/rules/reminding/waitingFacts.ts'
import { useSession } from '../context.ts'
import { useItems, useStatus } from '../data.ts'
import { useLastTime, useRemembered } from './lastTime.ts'
import { useOwed } from './useOwed.ts'
import { useRaised } from './useRaised.ts'

/** Each is read with its business case and decisions: four reads of the twenty that a `$batch` takes. */
const MOST_READ = 20

/** As read, for the version that the start's lists then held. */
interface Kept extends Read {
  version: string
}

/** `decidedThere`: what meetings have decided that waits for their minutes, once it is known. `arrived`: nothing more is on its way. */
export function useWaiting(decidedThere: DecidedThere | undefined): {
  waiting: Waiting[]
  arrived: boolean
  failed: boolean
  retry: () => void
} {
  const { session, today } = useSession()
  const { data, person: me } = session
  const { phase } = useStatus(data)
  const mine = useItems(data, people).find(({ person }) => person.id === me.id)
  const all = useItems(data, initiatives)
  const waits = useItems(data, dependencies)
  const rows = useItems(data, mandates)
  const forumRows = useItems(data, forums)
  const unitRows = useItems(data, units)
  const portfolioRows = useItems(data, portfolios)
  const [kept, setKept] = useState<ReadonlyMap<string, Kept>>(new Map())
  const [failed, setFailed] = useState(false)
  const asked = useRef(new Set<string>())
  /** Reads under way; `undefined` before the first has been thought of. */
  const [reading, setReading] = useState<number>()
  const raised = useRaised(rows)
  const owed = useOwed(all)

  const tree = useMemo(() => treeOf(unitRows), [unitRows])
  const versions = useMemo(() => new Map(all.map(({ key, version }) => [key, version])), [all])
  const read = useMemo(
    () => new Map([...kept].filter(([key, { version }]) => versions.get(key) === version)),
    [kept, versions],
  )
  const { waiting: surely, unread } = useMemo(
    () =>
      waitsForMe({
        me,
        today,
        team: teamOf(mine, tree),
        tree,
        mandates: rows,
        portfolios: portfolioRows,
        initiatives: all,
        dependencies: waits,
        forums: forumRows,
        raised: raised.rows,
        reports: owed.rows,
        decidedThere,
        read,
      }),
    [
      me,
      mine,
      today,
      tree,
      rows,
      forumRows,
      portfolioRows,
      all,
      waits,
      raised.rows,
      owed.rows,
      decidedThere,
      read,
    ],
  )

  const readMore = useCallback(
    async (keys: readonly string[]) => {
      const versionsAsked = new Map(keys.map((key) => [key, versions.get(key) ?? '']))
      const marks = keys.map((key) => `${key} ${versionsAsked.get(key)}`)
      for (const mark of marks) asked.current.add(mark)
      setReading((before = 0) => before + 1)
      try {
        const found = await readWhole(data.store, keys)
        setKept((before) => {
          const next = new Map(before)
          for (const one of found)
            next.set(one.initiative.key, { ...one, version: versionsAsked.get(one.initiative.key) ?? '' })
          return next
        })
        setFailed(false)
      } catch {
        // What is known without it stands, and the page says that more may be missing.
        for (const mark of marks) asked.current.delete(mark)
        setFailed(true)
      }
      setReading((before = 1) => before - 1)
    },
    [data, versions],
  )
  const room = MOST_READ - read.size
  useEffect(() => {
    if (phase !== 'ready' || failed) return
    const isNew = (key: string) => !asked.current.has(`${key} ${versions.get(key)}`)
    const keys = unread.filter(isNew).slice(0, Math.max(0, room))
    if (keys.length > 0) void readMore(keys)
    else setReading((before = 0) => before)
  }, [phase, failed, unread, versions, room, readMore])
  // A party's decision leaves the initiative as it is, but not what waits.
  useEffect(
    () =>
      session.onDone(({ decisions: made = [] }) => {
        const about = new Set(made.flatMap(({ initiative }) => initiative?.key ?? []))
        if (about.size === 0) return
        asked.current = new Set([...asked.current].filter((mark) => !about.has(mark.split(' ')[0] ?? '')))
        setKept((before) => new Map([...before].filter(([key]) => !about.has(key))))
      }),
    [session],
  )
  const arrived = (reading === 0 || failed) && raised.arrived && owed.arrived
  return {
    waiting: useLinesBefore(surely, { arrived, versions }),
    arrived,
    failed: failed || raised.error !== undefined || owed.error !== undefined,
    retry: () => {
      setFailed(false)
      if (raised.error) raised.reload()
      if (owed.error) owed.reload()
    },
  }
}

/** What was shown the last time of initiatives that stand as they did, until more than the start's lists is known. */
function useLinesBefore(
  surely: Waiting[],
  { arrived, versions }: { arrived: boolean; versions: ReadonlyMap<string, string> },
): Waiting[] {
  const { waiting: before } = useLastTime()
  const lines = useMemo(() => {
    if (arrived || !before) return surely
    const kept = before.filter(({ initiative }) => versions.get(initiative.key) === initiative.version)
    const keys = new Set(before.map(({ initiative: { key, version } }) => `${key} ${version}`))
    return [...kept, ...surely.filter(({ initiative: { key, version } }) => !keys.has(`${key} ${version}`))]
  }, [arrived, before, surely, versions])
  useRemembered(
    'waiting',
    useMemo(() => (arrived ? surely : undefined), [arrived, surely]),
  )
  return lines
}

/** A few initiatives with all that their gates look at, in `$batch`es. */
async function readWhole(store: ListReader, keys: readonly string[]): Promise<Read[]> {
  const about = { column: 'initiative', values: keys }
  const [[found, costs, gains, made], { mayDecide }] = await Promise.all([
    store.whereIn<[typeof initiatives, typeof costItems, typeof benefits, typeof decisions]>([
      { list: initiatives, column: 'key', values: keys },
      { list: costItems, ...about },
      { list: benefits, ...about },
      { list: decisions, ...about },
    ]),
    import('#src/rules/deciding/deciding.ts'),
  ])
  return found.map((initiative: Initiative) => {
    const isIts = (row: { initiative?: { key: string } }) => row.initiative?.key === initiative.key
    return {
      initiative,
      costItems: costs.filter(isIts),
      benefits: gains.filter(isIts),
      decisions: made.filter(isIts),
      mayDecide,
    }
  })
}
