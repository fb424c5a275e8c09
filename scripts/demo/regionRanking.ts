/** What the region's portfolio managements rank by, have scored and have ranked, and the frames and person-days they rank under. */
import type { Person } from '#src/lists/columns.ts'
import type {
  CriterionDraft,
  FrameKind,
  FrameYearDraft,
  RankedLine,
  RankingDraft,
  ResourceDraft,
  ScoreDraft,
} from '#src/lists/prioritising.ts'
import { decisionKey } from './regionDecisions.ts'
import { dissentingScores } from './regionAssessors.ts'
import type { Region, RegionFile } from './regionFile.ts'
import { wordsOf } from './startingCriteria.ts'
import { given } from './words.ts'

/** When the scores were set: before the rankings that rest on them. */
const SCORED_ON = '2026-08-26'

const kinds: Record<string, FrameKind> = {
  utveckling: 'development',
  förvaltning: 'maintenance',
  inera: 'inera',
  dök: 'serviceAgreement',
}

const bases: Record<string, RankedLine['basis']> = {
  tvingande: 'mandatory',
  pågående: 'running',
  rangordnat: 'ranked',
}

const criterionKey = (forum: string, principle: string) => `${forum}/${principle}`

export const criterionRows = ({ file, ref }: Region): CriterionDraft[] =>
  Object.entries(file.weightSets).flatMap(([forum, weights]) =>
    file.principles.map(({ id, sv }, i) => ({
      key: criterionKey(forum, id),
      title: sv,
      forum: ref(forum),
      weight: weights[i] ?? 0,
      place: i + 1,
      ...wordsOf(id),
    })),
  )

/** By the owner of the portfolio, since the file says what was given and why, not by whom; and by those who see it otherwise. */
export function scoreRows(region: Region): ScoreDraft[] {
  const { file, ref, organisation, who } = region
  const dissenting = dissentingScores(region)
  return file.initiatives.flatMap(({ id, portfolio, scores }) => {
    const row = organisation.portfolios.find(({ key }) => key === portfolio)
    const [forum, owner] = [row?.board, row?.owner]
    if (!forum || !owner) throw new Error(`${portfolio} has no forum or owner`)
    return file.principles.flatMap(({ id: principle, sv }) => {
      const score = scores[principle]
      if (!score) return []
      const criterion = { key: criterionKey(forum.key, principle), title: sv }
      const scoreBy = (by: Person, value: number, reason: string): ScoreDraft => {
        const claim = `${criterion.key}/${id}/${by.id}`
        return {
          key: claim,
          claim,
          title: sv,
          initiative: ref(id),
          criterion,
          forum,
          value,
          reason,
          by,
          on: SCORED_ON,
        }
      }
      const others = dissenting.filter((one) => one.initiative === id && one.principle === principle)
      return [
        scoreBy(owner, score.score, score.reason),
        ...others.flatMap(({ by, value, reason }) => {
          const person = who(by)
          return person ? [scoreBy(person, value, reason)] : []
        }),
      ]
    })
  })
}

export function frameRows({ file, ref }: Region): FrameYearDraft[] {
  // What is kept back for all is no portfolio.
  const portfolioOf = (id: string) =>
    id === file.meta.reserveId ? { key: id, title: 'Central reserv' } : ref(id)
  return file.frames.map((frame) => ({
    key: frame.id,
    title: frame.id,
    year: frame.year,
    kind: kinds[frame.kind] ?? 'development',
    amountKr: frame.amount,
    state: frame.status,
    decision: { key: decisionKey(frame.decision), title: frame.decision },
    day: frame.date,
    ...given({
      portfolio: frame.portfolio ? portfolioOf(frame.portfolio) : undefined,
      conceptKr: frame.conceptPot,
      supersedes: frame.supersedes ? { key: frame.supersedes, title: frame.supersedes } : undefined,
    }),
  }))
}

/** What each portfolio has, and what each initiative needs of it. */
export const resourceRows = ({ file, ref }: Region): ResourceDraft[] => [
  ...file.personDayCapacity.map(({ year, portfolio, days }) => ({
    key: `${portfolio}/days/${year}`,
    title: ref(portfolio).title,
    portfolio: ref(portfolio),
    year,
    days,
  })),
  ...file.initiatives.flatMap(({ id, portfolio, personDays }) =>
    Object.entries(personDays)
      .filter(([, days]) => days > 0)
      .map(([year, days]) => ({
        key: `${id}/days/${year}`,
        title: ref(portfolio).title,
        portfolio: ref(portfolio),
        initiative: ref(id),
        year: Number(year),
        days,
      })),
  ),
]

export const rankingRows = (region: Region): RankingDraft[] =>
  region.file.rankings.map((ranking) => rankingRow(region, ranking))

function rankingRow({ file, ref, who }: Region, ranking: RegionFile['rankings'][number]): RankingDraft {
  const { forum, decision, year } = ranking
  const decidedBy: Person | undefined = who(
    file.decisions.find(({ id }) => id === decision)?.decidedBy ?? null,
  )
  return {
    key: ranking.id,
    claim: decisionKey(decision),
    title: `${ref(forum).title} ${year}`,
    forum: ref(forum),
    year,
    day: ranking.date,
    decision: { key: decisionKey(decision), title: decision },
    frameKr: ranking.frame,
    conceptKr: ranking.conceptPot,
    weights: file.principles.map(({ id, sv }, i) => ({
      key: criterionKey(forum, id),
      title: sv,
      weight: ranking.weights[i] ?? 0,
    })),
    lines: ranking.order.map((line) => ({
      rank: line.rank,
      initiative: ref(line.initiative),
      basis: bases[line.basis] ?? 'ranked',
      scores: Object.fromEntries(
        file.principles.map(({ id }, i) => [criterionKey(forum, id), line.scores[i] ?? 0]),
      ),
      total: line.total,
      needKr: line.need,
      isWithin: line.withinFrame,
    })),
    ...given({ decidedBy }),
  }
}
