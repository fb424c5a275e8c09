/** A bar for each stage, as long as what stands there; hatched what stands still, beside it what came and what left. */
import { useMemo, useRef } from 'react'
import { useSearch } from 'wouter'
import type { Day } from '#src/lists/columns.ts'
import type { TrailEntry } from '#src/lists/decisions.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { ProcessName } from '#src/lists/portfolios.ts'
import { cameTo, type Flow, flowOf, leftFrom, type StageFlow, stillest } from '#src/rules/pictures/flow.ts'
import { STALLED_DAYS } from '#src/rules/reminding/waiting.ts'
import { formatDay } from '#src/text/format.ts'
import type { Words } from '#src/text/words.ts'
import { useWords } from '../../language.ts'
import { Picture } from '../../ui/picture/Picture.tsx'
import { Patterns, seriesFill } from '../../ui/picture/Patterns.tsx'
import { usePictureWidth } from '../lens/usePictureWidth.ts'
import { withParam } from '../lens/useParam.ts'
import { FlowRow, placeOf } from './FlowRow.tsx'
import { Still } from './Still.tsx'

export interface FlowGiven {
  rows: readonly Initiative[]
  process: ProcessName
  trail: readonly TrailEntry[]
  from: Day
  today: Day
}

export function FlowPicture({ rows, process, trail, from, today }: FlowGiven) {
  const words = useWords()
  const { t, word, locale } = words
  const search = useSearch()
  const box = useRef<HTMLDivElement>(null)
  const width = usePictureWidth(box)
  const flow = useMemo(
    () => flowOf(rows, { process, trail, from, today }),
    [rows, process, trail, from, today],
  )
  const most = Math.max(1, ...flow.stages.map(({ stage, now }) => (stage === 'closed' ? 0 : now)))
  const place = placeOf(width)
  const height = place.head + flow.stages.length * place.row
  const marks = flow.stages.map(({ stage }, i) => ({
    key: stage,
    x: place.barX,
    y: place.head + (i + 0.5) * place.row,
  }))
  const hrefOf = (stage: string) => {
    const params = withParam(new URLSearchParams(search), 'stage', stage)
    return `/portfolio?${withParam(params, 'since', undefined)}`
  }
  const says = saysOf(flow, { words, from, today })
  return (
    <div ref={box}>
      <Picture
        name={t('pictures.flow')}
        title={t('flow.title', {
          day: formatDay(from, locale, today),
          process: word('processNames', process),
        })}
        says={says}
        width={width}
        height={height}
        marks={marks}
        hrefOf={hrefOf}
        table={() => ({
          columns: [{ name: t('flow.stage') }, ...figures.map(({ name }) => ({ name: t(name), end: true }))],
          rows: flow.stages.map((row) => ({
            key: row.stage,
            href: hrefOf(row.stage),
            cells: [word('stages', row.stage), ...figures.map(({ of }) => of(row, words))],
          })),
        })}
        legend={[
          { sign: <rect width={16} height={16} fill='var(--series0)' />, text: t('flow.moving') },
          {
            sign: <rect width={16} height={16} fill={seriesFill('flow', 1)} />,
            text: t('flow.still', { days: STALLED_DAYS }),
          },
        ]}
        beside={<Still flow={flow} today={today} />}
      >
        <Patterns prefix='flow' />
        {flow.stages.map((row, i) => (
          <FlowRow key={row.stage} flow={row} most={most} y={place.head + i * place.row} width={width} />
        ))}
      </Picture>
    </div>
  )
}

/** The figures of a stage, in the order of the table twin. */
const figures: readonly {
  name: Parameters<Words['t']>[0]
  of: (flow: StageFlow<Initiative>, words: Words) => string
}[] = [
  { name: 'flow.atStart', of: ({ atStart }) => String(atStart) },
  { name: 'flow.in', of: (flow) => String(cameTo(flow)) },
  { name: 'flow.out', of: ({ out }) => String(out) },
  { name: 'flow.stopped', of: ({ stopped }) => String(stopped) },
  { name: 'flow.screenedOut', of: ({ screenedOut, merged }) => String(screenedOut + merged) },
  { name: 'flow.now', of: ({ now }) => String(now) },
  {
    name: 'flow.median',
    of: ({ medianAgeDays }, { t }) =>
      medianAgeDays === undefined ? '' : t('portfolio.days', { days: medianAgeDays }),
  },
  { name: 'flow.stillCount', of: ({ still }) => String(still.length) },
]

/** Came in and went on, what was stopped, and where it stands still. */
function saysOf(
  flow: Flow<Initiative>,
  { words: { t, word, locale }, from, today }: { words: Words; from: Day; today: Day },
): string {
  const sum = (of: (stage: StageFlow<Initiative>) => number) =>
    flow.stages.reduce((total, stage) => total + of(stage), 0)
  const most = stillest(flow)
  const undated = sum((stage) => stage.undated)
  return [
    t('flow.says', {
      day: formatDay(from, locale, today),
      fresh: sum(({ fresh, reopened }) => fresh + reopened),
      moved: sum(({ out }) => out),
      stopped: sum(({ stopped }) => stopped),
      screenedOut: sum(({ screenedOut }) => screenedOut),
    }),
    most
      ? t(leftFrom(most) === 0 ? 'flow.saysStuck' : 'flow.saysStill', {
          stage: word('stages', most.stage),
          count: most.still.length,
          now: most.now,
          days: STALLED_DAYS,
        })
      : t('flow.saysNone', { days: STALLED_DAYS }),
    undated > 0 && t('flow.undated', { count: undated }),
    flow.untold > 0 && t('flow.untold', { count: flow.untold }),
  ]
    .filter(Boolean)
    .join(' ')
}
