/** The board: columns or lanes of cards, one of which may be in hand; a dropped card moves by its decision or not at all. */
import { type CSSProperties, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Initiative, Stage } from '#src/lists/initiatives.ts'
import { type Lane, moveTo, type Target, trays } from '#src/rules/needs/funnel.ts'
import { useWords } from '../language.ts'
import { useKeys } from '../ui/keys/keys.ts'
import { boardKeys } from '../ui/keys/rows.ts'
import { rowLeftAt } from '../ui/wayBack.ts'
import { Announcer } from './Announcer.tsx'
import { type Around, Cell, type Cards, Head } from './Column.tsx'
import { Decide, type Ended } from './Decide.tsx'
import { createLift, type HeldBy, leads } from './lift.ts'
import { Refused, type RefusedMove } from './Refused.tsx'
import { LaneRow } from './LaneRow.tsx'
import { Trays } from './Trays.tsx'
import { useBoardKeys } from './useBoardKeys.ts'
import { focusCard, markLifted, useClicks } from './useClicks.ts'
import { useDrag } from './useDrag.ts'
import { Zone } from './Zone.tsx'
import styles from './Board.module.css'

export type BoardLane = Omit<Lane<Initiative>, 'rows'> & { columns: Cards[] }

export function Board({
  columns,
  lanes,
  pageSize,
  around: given,
  trays: rest,
}: {
  columns: readonly Cards[]
  /** The same cards by department; `undefined` when lanes are off. */
  lanes: readonly BoardLane[] | undefined
  /** Cards shown of a column before one asks for more. */
  pageSize: number
  around: Omit<Around, 'reached'>
  trays: Pick<Parameters<typeof Trays>[0], 'counts' | 'only' | 'filter'>
}) {
  const { t, word } = useWords()
  const { process } = given
  useKeys(boardKeys)
  const root = useRef<HTMLDivElement>(null)
  const [lift] = useState(createLift)
  const [asked, setAsked] = useState<{ card: Initiative; target: Target }>()
  const [refused, setRefused] = useState<RefusedMove>()
  const [said, setSaid] = useState('')
  const [limits, setLimits] = useState<Record<string, number>>({})
  const [left] = useState(rowLeftAt)
  const [wanted, reach] = useState(left)
  const cards = useMemo(
    () => new Map(columns.flatMap((column) => column.cards.map((card) => [card.key, card]))),
    [columns],
  )
  const stages = useMemo(() => columns.map(({ stage }) => stage), [columns])
  const targets = useMemo<Target[]>(() => [...stages, ...trays], [stages])
  const reached = wanted && cards.has(wanted) ? wanted : columns.find((c) => c.cards[0])?.cards[0]?.key
  const around = useMemo(() => ({ ...given, reached }), [given, reached])

  const take = useCallback(
    (key: string, by: HeldBy) => {
      const card = cards.get(key)
      if (!card) return false
      setRefused(undefined)
      setSaid('')
      const moves = new Map(targets.map((target) => [target, moveTo(target, card, process)]))
      lift.take({ card, by, over: by === 'pointer' ? undefined : card.stage, moves })
      return true
    },
    [cards, targets, lift, process],
  )
  const drop = useCallback(
    (target: Target | undefined) => {
      const held = lift.now()
      lift.letGo()
      if (!held) return
      const { card, moves } = held
      const move = target && moves.get(target)
      if (!target || !move || move.kind === 'stays')
        setSaid(t('board.returned', { title: card.title, stage: word('stages', card.stage) }))
      else if (leads(move)) setAsked({ card, target })
      else setRefused({ card, target, why: { move } })
    },
    [lift, t, word],
  )
  const end = useCallback(
    (ended: Ended) => {
      setAsked(undefined)
      if (!asked) return
      if ('refusals' in ended) setRefused({ ...asked, why: ended })
      else if ('move' in ended) setRefused({ ...asked, why: ended })
      else if (ended.number) setSaid(t('decision.done', { number: ended.number }))
      focusCard(root.current, asked.card.key)
    },
    [asked, t],
  )
  const takeByKeys = useCallback((key: string) => take(key, 'keys'), [take])
  const takeByPointer = useCallback((key: string) => take(key, 'pointer'), [take])
  useBoardKeys(root, lift, { targets, take: takeByKeys, drop, reach })
  useDrag(root, lift, { take: takeByPointer, drop })
  useClicks(root, lift, { take, drop })
  useEffect(() => lift.subscribe(() => markLifted(root.current, lift.now()?.card.key)), [lift])
  // Back from an initiative: its card is where one goes on.
  useLayoutEffect(() => {
    if (left) focusCard(root.current, left)
  }, [left])

  const cell = (column: Cards, lane = '') => {
    const id = `${lane}|${column.stage}`
    const limit = limits[id] ?? pageSize
    return (
      <Cell
        column={column}
        limit={limit}
        more={(count) => setLimits((before) => ({ ...before, [id]: limit + count }))}
        around={around}
      />
    )
  }
  const widths: CSSProperties & Record<'--columns', string> = {
    '--columns': columns
      .map(({ cards: { length } }) => (length ? 'minmax(9.5rem, 1fr)' : 'minmax(7rem, 0.5fr)'))
      .join(' '),
  }
  const zone = (stage: Stage) => ({ lift, target: stage, label: word('stages', stage) })
  return (
    <div ref={root} data-board='' className={styles.board} style={widths}>
      <p id='board-keys' className='visually-hidden'>
        {t('board.keys')}
      </p>
      <div data-scroller='' className={styles.scroller}>
        {lanes ? (
          <>
            <div className={`${styles.columns} ${styles.heads}`}>
              {columns.map((column) => (
                <Zone key={column.stage} {...zone(column.stage)} className={styles.headZone}>
                  <Head column={column} />
                </Zone>
              ))}
            </div>
            {lanes.map(({ department, columns: inLane }) => (
              <LaneRow key={department?.key ?? ''} department={department} columns={inLane} lift={lift}>
                {(column) => cell(column, department?.key ?? '-')}
              </LaneRow>
            ))}
          </>
        ) : (
          <div data-lane='' className={styles.columns}>
            {columns.map((column) => (
              <Zone key={column.stage} {...zone(column.stage)} className={styles.column}>
                <Head column={column} />
                {cell(column)}
              </Zone>
            ))}
          </div>
        )}
      </div>
      <Trays lift={lift} stages={stages} drop={drop} {...rest} />
      {refused && <Refused refused={refused} from={given.from} close={() => setRefused(undefined)} />}
      {asked && <Decide key={asked.card.key} {...asked} end={end} />}
      <Announcer lift={lift} said={said} />
    </div>
  )
}
