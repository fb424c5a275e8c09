/** One stage of the flow as it is drawn: on one line where there is room, on three where there isn't. */
import type { Initiative } from '#src/lists/initiatives.ts'
import { cameTo, type StageFlow } from '#src/rules/pictures/flow.ts'
import { STALLED_DAYS } from '#src/rules/reminding/waiting.ts'
import type { Words } from '#src/text/words.ts'
import { useWords } from '../../language.ts'
import { mark } from '../../ui/picture/mark.ts'
import { seriesFill } from '../../ui/picture/Patterns.tsx'

const WIDE = 680
const NAME = 176
const FIGURES = 336
/** Room for the count after the longest bar. */
const COUNT = 40

/** Where the parts of a row are, in a picture this wide. */
export function placeOf(width: number) {
  const isWide = width >= WIDE
  return {
    isWide,
    head: isWide ? 24 : 4,
    row: isWide ? 44 : 84,
    barX: isWide ? NAME : 0,
    barY: isWide ? 10 : 22,
    barHeight: isWide ? 24 : 20,
    barMost: Math.max(40, isWide ? width - NAME - FIGURES - COUNT : width - COUNT),
  }
}

export function FlowRow({
  flow,
  most,
  y,
  width,
}: {
  flow: StageFlow<Initiative>
  /** The largest count: its bar is the longest. */
  most: number
  y: number
  width: number
}) {
  const words = useWords()
  const { word, t } = words
  const { isWide, barX, barY, barHeight, barMost } = placeOf(width)
  const ended = flow.stage === 'closed'
  const length = (count: number) => (ended ? 0 : (count / most) * barMost)
  const [moving, still] = [length(flow.now - flow.still.length), length(flow.still.length)]
  return (
    <g transform={`translate(0 ${y})`}>
      {isWide && y < 40 && <Heads width={width} />}
      <g {...mark(flow.stage, labelOf(flow, words))}>
        <rect
          x={0}
          y={1}
          width={width}
          height={isWide ? 42 : 80}
          rx={4}
          fill='none'
          stroke='none'
          pointerEvents='all'
        />
        <rect x={barX} y={barY} width={moving} height={barHeight} style={{ fill: 'var(--series0)' }} />
        <rect x={barX + moving} y={barY} width={still} height={barHeight} fill={seriesFill('flow', 1)} />
      </g>
      {/* The label says it in full: what is seen is no part of the name. */}
      <g pointerEvents='none'>
        <text x={0} y={isWide ? 26 : 14} fontSize={13} fontWeight={600}>
          {word('stages', flow.stage)}
        </text>
        <text x={barX + moving + still + 6} y={barY + barHeight / 2 + 5} fontSize={14} fontWeight={600}>
          {ended ? '' : flow.now}
        </text>
        {isWide ? (
          columns.map(({ at, of }) => (
            <text key={at} x={width - at} y={26} fontSize={13} textAnchor='end'>
              {of(flow, words)}
            </text>
          ))
        ) : (
          <>
            <text x={0} y={58}>
              {t('flow.line', { in: cameTo(flow), out: flow.out, median: medianOf(flow, words) })}
            </text>
            <text x={0} y={74}>
              {t('flow.lineLost', { stopped: flow.stopped, screenedOut: flow.screenedOut + flow.merged })}
            </text>
          </>
        )}
      </g>
      <path d={`M0 ${isWide ? 43.5 : 82.5}H${width}`} style={{ stroke: 'var(--line)' }} />
    </g>
  )
}

function Heads({ width }: { width: number }) {
  const { t } = useWords()
  return columns.map(({ at, name }) => (
    <text key={at} x={width - at} y={-8} textAnchor='end' style={{ fill: 'var(--soft)' }}>
      {t(name)}
    </text>
  ))
}

/** From the right edge. */
const columns: readonly {
  at: number
  name: Parameters<Words['t']>[0]
  of: (flow: StageFlow<Initiative>, words: Words) => string
}[] = [
  { at: 264, name: 'flow.median', of: (flow, words) => medianOf(flow, words) },
  { at: 208, name: 'flow.in', of: (flow) => String(cameTo(flow)) },
  { at: 152, name: 'flow.out', of: ({ out }) => String(out) },
  { at: 84, name: 'flow.stopped', of: ({ stopped }) => String(stopped) },
  { at: 0, name: 'flow.screenedOut', of: ({ screenedOut, merged }) => String(screenedOut + merged) },
]

const medianOf = ({ medianAgeDays, stage }: StageFlow<Initiative>, { t }: Words) =>
  medianAgeDays === undefined || stage === 'closed' ? '–' : t('portfolio.days', { days: medianAgeDays })

const labelOf = (flow: StageFlow<Initiative>, { t, word }: Words) =>
  t('flow.label', {
    stage: word('stages', flow.stage),
    now: flow.now,
    in: cameTo(flow),
    out: flow.out,
    stopped: flow.stopped,
    screenedOut: flow.screenedOut + flow.merged,
    still: flow.still.length,
    days: STALLED_DAYS,
  })
