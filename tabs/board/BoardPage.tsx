/** The funnel: the initiatives of a process by stage, as searched and filtered in Portfölj. */
import { useDeferredValue, useMemo, useSyncExternalStore } from 'react'
import { useSearch, useSearchParams } from 'wouter'
import { dependencies } from '#src/lists/businessCase.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import { people, units } from '#src/lists/organisation.ts'
import { portfolios, type ProcessName, processNames } from '#src/lists/portfolios.ts'
import { columnsOf, inFunnel, lanesOf, ownPortfolio } from '#src/rules/needs/funnel.ts'
import { processOf } from '#src/rules/processes.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { compareTexts } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useItems, useStatus } from '../data.ts'
import { useWords } from '../language.ts'
import { Page } from '../ui/Page.tsx'
import { useTableState } from '../ui/portfolioView/address.ts'
import { FilterBar } from '../ui/portfolioView/FilterBar.tsx'
import { departmentsOf, indexRows, look } from '../ui/portfolioView/view.ts'
import { ViewSwitch } from '../ui/portfolioView/ViewSwitch.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { Board } from './Board.tsx'
import styles from './Board.module.css'

const NARROW = '(max-width: 800px)'
/** Cards shown of a column at first. A lane has many columns, a phone one below the other. */
const FIRST = { column: 50, lane: 6, narrow: 6 }

export function BoardPage() {
  const { t, word, locale } = useWords()
  const { session, today } = useSession()
  const { data } = session
  const [state, change] = useTableState()
  const [params, setParams] = useSearchParams()
  const from = useSearch()
  const status = useStatus(data)
  const all = useItems(data, initiatives)
  const everyUnit = useItems(data, units)
  const tree = useMemo(() => treeOf(everyUnit), [everyUnit])
  const waits = useWaits(all)
  const narrow = useMatches(NARROW)
  const { process, processes, rows } = useProcess(params.get('process'), state.filters.portfolio, tree)

  const withLanes = params.has('lanes')
  const put = (name: string, value: string | undefined) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (value) next.set(name, value)
        else next.delete(name)
        return next
      },
      { replace: true },
    )

  const search = useDeferredValue(state.search)
  const indexed = useMemo(
    () =>
      indexRows(
        all.filter((initiative) => processOf(initiative, rows) === process),
        departmentsOf(everyUnit),
      ),
    [all, process, rows, everyUnit],
  )
  const { shown, counts, hidden } = useMemo(() => {
    const { rows: found, ...told } = look(indexed, search, state.filters)
    return { shown: found as Initiative[], ...told }
  }, [indexed, search, state.filters])
  const onBoard = useMemo(
    () => (state.filters.state ? shown : shown.filter(inFunnel)),
    [shown, state.filters.state],
  )
  const columns = useMemo(() => columnsOf(onBoard, process, today), [onBoard, process, today])
  const lanes = useMemo(
    () =>
      withLanes
        ? lanesOf(onBoard, tree, compareTexts(locale)).map(({ department, rows }) => ({
            department,
            columns: columnsOf(rows, process, today),
          }))
        : undefined,
    [withLanes, onBoard, tree, locale, process, today],
  )
  const around = useMemo(() => ({ process, tree, waits, from }), [process, tree, waits, from])

  if (all.length === 0 && status.phase !== 'ready' && status.phase !== 'failed') return <Waiting />
  const { state: only, ...others } = state.filters
  const tools = (
    <>
      {processes.length > 1 && !state.filters.portfolio && (
        <select
          className={styles.process}
          aria-label={t('board.process')}
          value={process}
          onChange={(event) => put('process', event.target.value)}
        >
          {processes.map((name) => (
            <option key={name} value={name}>
              {word('processNames', name)}
            </option>
          ))}
        </select>
      )}
      <label className={styles.lanes}>
        <input
          type='checkbox'
          checked={withLanes}
          onChange={(event) => put('lanes', event.target.checked ? '1' : undefined)}
        />
        {t('board.lanes')}
      </label>
      <ViewSwitch />
    </>
  )
  return (
    <Page title={t('board.title')} fills={all.length > 0} tools={all.length > 0 && tools}>
      {all.length === 0 ? (
        <p>{t('board.empty')}</p>
      ) : (
        <>
          <FilterBar
            state={state}
            change={change}
            counts={counts}
            shown={shown.length}
            total={indexed.length - hidden}
          />
          {shown.length === 0 && (
            <p role='status'>{t('board.noHits', { process: word('processNames', process) })}</p>
          )}
          <Board
            columns={columns}
            lanes={lanes}
            pageSize={narrow ? FIRST.narrow : withLanes ? FIRST.lane : FIRST.column}
            around={around}
            trays={{
              counts: counts.state,
              only,
              filter: (chosen) => change({ filters: chosen ? { ...others, state: chosen } : others }),
            }}
          />
        </>
      )}
    </Page>
  )
}

/** The process shown: of the portfolio filtered for, else the one chosen, else that of the person's own portfolio. */
function useProcess(chosen: string | null, portfolio: string | undefined, tree: ReturnType<typeof treeOf>) {
  const { session } = useSession()
  const rows = useItems(session.data, portfolios)
  const who = useItems(session.data, people)
  return useMemo(() => {
    const byKey = new Map(rows.map((row) => [row.key, row.process]))
    const processes = (Object.keys(processNames) as ProcessName[]).filter((name) =>
      rows.some((row) => row.process === name),
    )
    const me = who.find(({ person }) => person.id === session.person.id)
    const own = ownPortfolio(rows, { id: session.person.id, unit: me?.unit }, tree)
    const first: ProcessName = own?.process ?? 'behovsprocessen'
    const process = (portfolio && byKey.get(portfolio)) || processes.find((name) => name === chosen) || first
    return { process, processes, rows }
  }, [rows, who, session.person.id, tree, chosen, portfolio])
}

/** What each initiative waits for, with the stage of what it waits for. */
function useWaits(all: readonly Initiative[]) {
  const { session } = useSession()
  const rows = useItems(session.data, dependencies)
  return useMemo(() => {
    const stages = new Map(all.map(({ key, stage }) => [key, stage]))
    const known = rows.map((row) => {
      const neededStage = row.needs && stages.get(row.needs.key)
      return { ...row, ...(neededStage && { neededStage }) }
    })
    return Map.groupBy(known, ({ initiative }) => initiative.key)
  }, [rows, all])
}

function useMatches(query: string) {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query)
      media.addEventListener('change', listener)
      return () => media.removeEventListener('change', listener)
    },
    () => window.matchMedia(query).matches,
  )
}
