/** What the region's units are to receive and have room for, also from projects that others lead. */
import type { InitiativeDraft } from '#src/lists/initiatives.ts'
import { type ReceptionDraft, receptionKinds, type ReceptionKind } from '#src/lists/receptions.ts'
import { lastDayOf, monthsAfter } from '#src/rules/days/months.ts'
import type { Region } from './regionFile.ts'
import { stageOf } from './regionInitiatives.ts'
import { given } from './words.ts'

/** Person-days a month that each can spare. Serviceresor and the folk high schools have not said. */
export const receivingDays: Readonly<Record<string, number>> = {
  'u-rv-sjn': 190,
  'u-rv-sjs': 200,
  'u-rv-pv': 150,
  'u-rv-ftv': 30,
  'u-rv-ser': 45,
  'u-rv-ktf': 80,
  'u-rv-ruf': 40,
  'u-rv-kul': 28,
  'u-rv-rlk': 45,
}

/** What a day away from the work costs the operations: how much time their money for stand-ins and training buys. */
const KR_A_DAY = 4_000
/** Days a month for each unit while a roll-out lasts, and how many months before its end it begins. */
const rollout = { enkel: { days: 6, months: 2 }, komplex: { days: 14, months: 4 } } as const
/** Staff units that only order and follow up. */
const receives = (unit: string) => unit in receivingDays || unit === 'u-rv-ktf-sr'

/**
 * From what the operations pay for training and stand-ins, spread over the months in which the project runs; and its roll-out the
 * months before it ends. Needs that nobody has analysed have none.
 */
export function receptionRows({ file, ref }: Region): ReceptionDraft[] {
  return file.initiatives.flatMap((row) => {
    const { id, title, unit, concernedUnits, start, plannedEnd, complexity } = row
    const units = [...new Set([unit, ...concernedUnits])].filter(receives)
    if (!start || !plannedEnd || units.length === 0 || stageOf(row.stage) === 'closed') return []
    const make = (kind: ReceptionKind, at: string, from: string, to: string, days: number) =>
      units.map(
        (one): ReceptionDraft => ({
          key: `${id}/receives/${kind}/${at}/${one}`,
          title: `${receptionKinds[kind]}: ${title}`.slice(0, 255),
          initiative: ref(id),
          unit: ref(one),
          kind,
          from: `${from}-01`,
          to: lastDayOf(to),
          days,
        }),
      )
    const paid = row.costItems.flatMap(({ kind, perYear }) => {
      if (kind !== 'training' && kind !== 'standIns') return []
      return Object.entries(perYear).flatMap(([year, kr]) => {
        const from = start > `${year}-01` ? start : `${year}-01`
        const to = plannedEnd < `${year}-12` ? plannedEnd : `${year}-12`
        if (to < from || kr <= 0) return []
        const months = Number(to.slice(5)) - Number(from.slice(5)) + 1
        return make(kind, year, from, to, Math.max(1, Math.round(kr / KR_A_DAY / months / units.length)))
      })
    })
    const { days, months } = rollout[complexity]
    const first = monthsAfter(plannedEnd, 1 - months)
    return [...paid, ...make('rollout', plannedEnd, first > start ? first : start, plannedEnd, days)]
  })
}

interface External
  extends Pick<InitiativeDraft, 'need' | 'stage' | 'stageSince' | 'start' | 'plannedEnd' | 'legal'> {
  id: string
  title: string
  units: readonly string[]
  lands: readonly (readonly [kind: ReceptionKind, from: string, to: string, days: number])[]
}

const hospitals = ['u-rv-sjn', 'u-rv-sjs'] as const
const externals: readonly External[] = [
  {
    id: 'EXT-01',
    title: 'Millennium, nytt vårdinformationsstöd (eget program)',
    need: 'Vårdinformationsstödet byts i hela vården. Programmet har egen ledning och egen ram.',
    stage: 'rollout',
    stageSince: '2026-03-01',
    start: '2025-Q1',
    plannedEnd: '2027-Q4',
    legal: 'no',
    units: [...hospitals, 'u-rv-pv'],
    lands: [
      ['training', '2026-11', '2027-04', 30],
      ['rollout', '2027-02', '2027-05', 40],
      ['standIns', '2027-02', '2027-05', 20],
    ],
  },
  {
    id: 'EXT-02',
    title: 'Nationell e-tjänst för egen provhantering (Inera)',
    need: 'Patienten beställer prov hemifrån. Inera leder, regionerna ansluter sig.',
    stage: 'development',
    stageSince: '2026-05-20',
    start: '2026-Q2',
    plannedEnd: '2027-Q3',
    legal: 'no',
    units: [...hospitals, 'u-rv-pv'],
    lands: [['rollout', '2027-08', '2027-09', 12]],
  },
]

/** Projects that others lead and that land here all the same. */
export const externalRows = ({ ref }: Region): InitiativeDraft[] =>
  externals.map(({ id, title, need, stage, stageSince, start, plannedEnd, legal, units }) => ({
    key: id,
    number: id,
    title,
    stage,
    state: 'active',
    external: true,
    portfolio: ref('pf-vp'),
    concernedUnits: units.map(ref),
    scope: 'shared',
    dependenciesChecked: 'none',
    ...given({ need, stageSince, start, plannedEnd, legal }),
  }))

export const externalReceptions = ({ ref }: Region): ReceptionDraft[] =>
  externals.flatMap(({ id, title, units, lands }) =>
    lands.flatMap(([kind, from, to, days]) =>
      units.map((unit) => ({
        key: `${id}/receives/${kind}/${unit}`,
        title: `${receptionKinds[kind]}: ${title}`,
        initiative: { key: id, title },
        unit: ref(unit),
        kind,
        from: `${from}-01`,
        to: lastDayOf(to),
        days,
      })),
    ),
  )
