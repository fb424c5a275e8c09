/** The demo's region: everything of its file as rows, seeded twice without doubling, and judged by the rules. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lists } from '#src/lists/all.ts'
import { decisions, trail } from '#src/lists/decisions.ts'
import { statusReports } from '#src/lists/followUp.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import type { List } from '#src/lists/list.ts'
import { faultsOf } from '#src/lists/validate.ts'
import { applyDecisionsSince } from '#src/actions/deciding/applyDecisions.ts'
import { monthsBack } from '#src/rules/days/months.ts'
import { owesReport } from '#src/rules/reminding/owing.ts'
import { changesBetween, contradictionsOf } from '#src/rules/reporting.ts'
import { scored } from '#src/rules/prioritising/scoring.ts'
import { regionRows } from '#scripts/demo/regionRows.ts'
import { seedRegion } from '#scripts/demo/seed.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'

const TODAY = '2026-11-02'
const rows = regionRows()

describe('the rows', () => {
  test('are all of the file, each with what its list asks for and a key of its own', () => {
    for (const [name, drafts] of Object.entries(rows) as [keyof typeof rows, { key: string }[]][]) {
      const list: List = lists[name]
      expect(drafts.flatMap((draft) => faultsOf(list, draft, { whole: true }))).toEqual([])
      expect(new Set(drafts.map(({ key }) => key.toLowerCase())).size, name).toBe(drafts.length)
    }
    expect([rows.initiatives.length, rows.statusReports.length, rows.decisions.length]).toEqual([46, 275, 46])
  })

  test('stand in the stages and states of the file', () => {
    const standing = Map.groupBy(rows.initiatives, ({ stage, state }) => `${stage} ${state}`)
    expect(Object.fromEntries([...standing].map(([name, of]) => [name, of.length]))).toEqual({
      'need active': 2,
      'intake active': 2,
      'prioritisation active': 5,
      'concept active': 6,
      'development active': 17,
      'development paused': 1,
      'development stopped': 1,
      'rollout active': 10,
      'closed active': 2,
    })
  })

  test('rank as the file does: every line of a ranking by the scores and weights it was decided on', () => {
    expect([rows.criteria.length, rows.frameYears.length, rows.rankings.length]).toEqual([20, 46, 5])
    // Several may have scored the same: what ranks is their mean.
    const all = Map.groupBy(rows.scores, ({ initiative, criterion }) => `${initiative.key} ${criterion.key}`)
    const standing = new Map(
      [...all].map(([cell, of]) => [cell, of.reduce((sum, { value }) => sum + value, 0) / of.length]),
    )
    expect([...all.values()].filter((of) => of.length > 1)).toHaveLength(9)
    for (const { lines, weights, title } of rows.rankings)
      for (const { initiative, scores, total } of lines) {
        const given = weights.map(({ key }) => ({
          initiative: initiative.key,
          criterion: key,
          value: scores[key] ?? 0,
        }))
        expect(
          given.map(({ criterion }) => standing.get(`${initiative.key} ${criterion}`)),
          title,
        ).toEqual(given.map(({ value }) => value))
        expect(Math.round(scored([initiative.key], weights, given)[0]?.total ?? 0), title).toBe(total)
      }
  })

  test('keep what a decision rests on, replaces, and who reserved themselves', () => {
    const byNumber = new Map(rows.decisions.map((decision) => [decision.number, decision]))
    expect(byNumber.get('PL-VP 2026 § 24')).toMatchObject({
      initiative: { key: 'VP-13' },
      matter: 'deviation',
      outcome: 'escalate',
      agreed: false,
      raisedTo: { key: 'f-dd' },
      mandate: { key: 'mandate-30' },
      grounds: expect.stringMatching(/^Reservation: Verksamhetschef/) as string,
    })
    expect(byNumber.get('DD 2025 § 88')).toMatchObject({
      grounds: 'Underlag: KSL 2025 § 61',
      supersedes: { title: 'KSL 2025 § 44' },
    })
    expect(byNumber.get('KSL 2025 § 61')).not.toHaveProperty('initiative')
    expect(byNumber.get('PL-VP 2026 § 3')?.also).toHaveLength(7)
  })

  test('hold each amount of the file once', () => {
    const sum = (kr: number[]) => kr.reduce((a, b) => a + b, 0)
    const vp01 = rows.costItems.filter((cost) => cost.initiative.key === 'VP-01' && cost.year === 2026)
    expect(sum(vp01.map(({ amountKr }) => amountKr))).toBe(11_270_000)
    expect(rows.benefits.find(({ key }) => key === 'VP-01-N1/2027')).toMatchObject({
      lowKr: 4000 * 445,
      likelyKr: 7500 * 445,
      highKr: 10_000 * 445,
    })
    expect(rows.benefits.find(({ key }) => key === 'VP-01-N3/2028')).not.toHaveProperty('likelyKr')
  })

  test('give mandates to portfolio owners for their own portfolio, where its board agrees', () => {
    expect(rows.mandates.find(({ key }) => key === 'mandate-26')).toMatchObject({
      scope: 'portfolio',
      portfolio: { key: 'pf-vp', title: 'Vårdproduktion' },
      needsAgreement: true,
    })
    expect(rows.mandates.find(({ key }) => key === 'mandate-52')?.scope).toBe('allPortfolios')
  })
})

describe('October 2026', () => {
  const byKey = new Map(rows.initiatives.map((initiative) => [initiative.key, initiative]))
  const reportOf = (key: string, month: string) =>
    rows.statusReports.find((report) => report.initiative.key === key && report.month === month)
  const foundIn = (key: string) => {
    const [report, initiative] = [reportOf(key, '2026-10'), byKey.get(key)]
    if (!report || !initiative) throw new Error(`${key} has no report`)
    return contradictionsOf({ report, initiative, on: TODAY })
  }

  test.for([
    ['VP-08', 2_800_000, 31],
    ['VS-04', 1_150_000, 32],
    ['INF-03', 2_300_000, 31],
  ] as const)('%s is green with a forecast far above its allocation', ([key, overKr, percent]) => {
    expect(foundIn(key)).toContainEqual({ why: 'overAllocation', aspect: 'economy', overKr, percent })
  })

  test('no other green economy is more than a tenth above', () => {
    const others = rows.statusReports
      .filter(({ month }) => month === '2026-10')
      .filter((report) =>
        foundIn(report.initiative.key).some(
          (found) => found.why === 'overAllocation' && (found.percent ?? 0) > 10,
        ),
      )
    expect(others.map(({ initiative }) => initiative.key).toSorted()).toEqual(['INF-03', 'VP-08', 'VS-04'])
  })

  test('everything that runs has reported, and what is paused, stopped or closed owes nothing', () => {
    const owing = rows.initiatives.filter((initiative) => owesReport({ ...initiative }, '2026-10'))
    expect(owing).toHaveLength(31)
    expect(owing.filter(({ key }) => !reportOf(key, '2026-10'))).toEqual([])
  })

  test('an initiative that turned since September tells so', () => {
    const turned = rows.statusReports
      .filter(({ month }) => month === '2026-10')
      .flatMap((report) => {
        const before = reportOf(report.initiative.key, '2026-09')
        return before ? changesBetween(before, report).map((change) => [report.initiative.key, change]) : []
      })
    expect(turned).not.toEqual([])
  })
})

describe('seeded', () => {
  let stand: Stand
  beforeAll(async () => {
    stand = await setUpStand('region')
  }, 120_000)
  afterAll(() => stand.close())

  test('the site holds it all, and seeding again doubles nothing', async () => {
    const count = async () =>
      (await stand.store.allOf([initiatives, statusReports, decisions, trail])).map((items) => items.length)
    const first = await count()
    expect(first.slice(0, 3)).toEqual([46, 275, 46])
    expect(await seedRegion(stand.store)).toEqual({ created: 0 })
    expect(await count()).toEqual(first)
  }, 120_000)

  test('a year of reports is read month by month', async () => {
    const values = monthsBack('2026-11', 13)
    const [found] = await stand.store.whereIn([{ list: statusReports, column: 'month', values }])
    expect([found.length, found.filter(({ month }) => month === '2026-10').length]).toEqual([275, 31])
  })

  test('the server finds every decision carried out already', async () => {
    const work = stand.work('administrator', { today: TODAY })
    expect(await applyDecisionsSince(work, '2025-01-01')).toBe(0)
  })

  test('what is read back is what was written', async () => {
    expect(await stand.store.byKey(statusReports, 'S-VP-08-2026-10')).toMatchObject({
      month: '2026-10',
      forecastKr: 11_800_000,
      allocationKr: 9_000_000,
      changed: 'Bra tempo i projektet. Acceptanstest v 47.',
    })
    expect(await stand.store.byKey(decisions, 'DD-2025-88')).toMatchObject({ number: 'DD 2025 § 88' })
  })
})
