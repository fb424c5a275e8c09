/** How an order differs from an earlier one: who moved, who is new or gone, what grew, what passed the line, and the frame itself. */
import type { RankedLine, RankingDraft } from '#src/lists/prioritising.ts'
import { type ForumRanking, rankedLine } from './forumRanking.ts'

type Line = Pick<RankedLine, 'rank' | 'initiative' | 'total' | 'needKr' | 'isWithin'>
type Weight = RankingDraft['weights'][number]

/** What tells an order from another. Kronor are of the whole frame and of what is kept in it for concepts; none where no frame is set. */
export interface OrderPicture {
  lines: readonly Line[]
  frameKr?: number | undefined
  conceptKr?: number | undefined
  /** Nothing is said of weights unless both have them. */
  weights?: readonly Weight[] | undefined
}

type LineChange = { initiative: { key: string; title: string } } & (
  | { what: 'new'; to: number }
  | { what: 'gone'; from: number }
  | { what: 'moved'; from: number; to: number }
  | { what: 'need'; fromKr: number; toKr: number }
  | { what: 'total'; from: number; to: number }
  /** Within the frame before, or now. */
  | { what: 'within' | 'beyond' }
)

export type RankingChange =
  | LineChange
  /** Nothing on the side where no frame is set. */
  | { what: 'frame' | 'concept'; fromKr?: number; toKr?: number }
  /** Of a criterion; nothing on the side where it isn't one. */
  | { what: 'weight'; criterion: string; from?: number; to?: number }

/**
 * The frame first, then in the order of today; those that are gone last. A place that only follows from others' coming and going is no
 * move. `least`: points that count.
 */
export function rankingChanges(
  before: OrderPicture,
  now: OrderPicture,
  { least = IN_WHOLE_POINTS }: { least?: number } = {},
): RankingChange[] {
  return [
    ...frameChanges(before, now),
    ...(before.weights && now.weights ? weightChanges(before.weights, now.weights) : []),
    ...lineChanges(before.lines, now.lines, least),
  ]
}

/** The ranking as it stands now, as what it is held against. */
export const pictureOf = (
  { lines, frame }: Pick<ForumRanking, 'lines' | 'frame'>,
  weights?: readonly Weight[],
): OrderPicture => ({
  lines: lines.map(rankedLine),
  weights,
  ...(frame && { frameKr: frame.amountKr, conceptKr: frame.conceptKr }),
})

/** The ranking as whoever asks for a decision saw it, to be held against what stands when it is decided. */
export const asShown = ({ lines, frame }: Pick<ForumRanking, 'lines' | 'frame'>) => ({
  shown: lines.map((line) => {
    const { rank, initiative, total, needKr, isWithin } = rankedLine(line)
    return { rank, initiative: initiative.key, title: initiative.title, total, needKr, isWithin }
  }),
  ...(frame && { frame: { amountKr: frame.amountKr, conceptKr: frame.conceptKr } }),
})

/** Of what has changed since an order was laid forth, what makes it another than the one people are asked about. */
export const makesAnother = (changes: readonly RankingChange[]): RankingChange[] =>
  changes.filter(({ what }) => anotherOrder.includes(what))

const anotherOrder: readonly RankingChange['what'][] = ['new', 'gone', 'moved', 'within', 'beyond']

/** Told also when no line moves by it. */
function frameChanges(before: OrderPicture, now: OrderPicture): RankingChange[] {
  const sides = (what: 'frame' | 'concept', fromKr: number | undefined, toKr: number | undefined) =>
    fromKr === toKr
      ? []
      : [{ what, ...(fromKr !== undefined && { fromKr }), ...(toKr !== undefined && { toKr }) }]
  const isSetInBoth = before.frameKr !== undefined && now.frameKr !== undefined
  return [
    ...sides('frame', before.frameKr, now.frameKr),
    ...(isSetInBoth ? sides('concept', before.conceptKr ?? 0, now.conceptKr ?? 0) : []),
  ]
}

function weightChanges(before: readonly Weight[], now: readonly Weight[]): RankingChange[] {
  const was = new Map(before.map((one) => [one.key, one.weight]))
  const is = new Set(now.map(({ key }) => key))
  return [
    ...now.flatMap(({ key, title, weight: to }): RankingChange[] => {
      const from = was.get(key)
      return from === to
        ? []
        : [{ what: 'weight', criterion: title, to, ...(from !== undefined && { from }) }]
    }),
    ...before
      .filter(({ key }) => !is.has(key))
      .map(({ title, weight }): RankingChange => ({ what: 'weight', criterion: title, from: weight })),
  ]
}

function lineChanges(before: readonly Line[], now: readonly Line[], least: number): LineChange[] {
  const was = new Map(before.map((line) => [line.initiative.key, line]))
  const is = new Set(now.map(({ initiative }) => initiative.key))
  const staying = before.filter(({ initiative }) => is.has(initiative.key))
  const placeBefore = new Map(staying.map(({ initiative }, i) => [initiative.key, i]))
  const placeNow = new Map(
    now.filter(({ initiative }) => was.has(initiative.key)).map(({ initiative }, i) => [initiative.key, i]),
  )
  const changes = now.flatMap((line): LineChange[] => {
    const { initiative } = line
    const old = was.get(initiative.key)
    if (!old) return [{ what: 'new', initiative, to: line.rank }]
    const isMoved = placeBefore.get(initiative.key) !== placeNow.get(initiative.key)
    return [
      ...(isMoved ? [{ what: 'moved', initiative, from: old.rank, to: line.rank } as const] : []),
      ...(old.needKr !== line.needKr
        ? [{ what: 'need', initiative, fromKr: old.needKr, toKr: line.needKr } as const]
        : []),
      ...(Math.abs(old.total - line.total) >= least
        ? [{ what: 'total', initiative, from: old.total, to: line.total } as const]
        : []),
      ...(old.isWithin !== line.isWithin
        ? [{ what: line.isWithin ? 'within' : 'beyond', initiative } as const]
        : []),
    ]
  })
  const gone = before
    .filter(({ initiative }) => !is.has(initiative.key))
    .map(({ initiative, rank }): LineChange => ({ what: 'gone', initiative, from: rank }))
  return [...changes, ...gone]
}

/** Points of a hundred that count as another total: what was kept may be in whole points. */
const IN_WHOLE_POINTS = 0.6
