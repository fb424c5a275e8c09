/** What every part of the page about scenarios speaks with: names, amounts and limits in words. */
import { createContext, use } from 'react'
import { measures } from '#src/lists/balance.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import type { WantedShare } from '#src/lists/prioritising.ts'
import type { AmountLimit, Corridor, Limit, ReceivingLimit } from '#src/rules/selection.ts'
import type { ProblemRows } from '#src/rules/prioritising/selectionProblem.ts'
import { formatKr, formatNumber, formatQuarter } from '#src/text/format.ts'
import type { Words } from '#src/text/words.ts'

export interface Naming {
  titleOf: (id: string) => string
  numberOf: (id: string) => string
  titlesOf: (ids: readonly string[]) => string
  /** A limit as it is spoken of: `Ramen 2027`. */
  limitOf: (
    limit: Pick<AmountLimit, 'of' | 'year' | 'portfolio'> | Pick<ReceivingLimit, 'of' | 'unit' | 'quarter'>,
  ) => string
  unitOf: (unit: string) => string
  amountOf: (of: Limit['of'], amount: number) => string
  points: (value: number) => string
  percent: (share: number) => string
  axisOf: (axis: WantedShare['axis']) => string
  valueOf: (share: Pick<WantedShare, 'axis' | 'value'>) => string
  /** A share as it is spoken of: `Karaktär: Infrastruktur`. */
  shareOf: (share: Pick<WantedShare, 'axis' | 'value' | 'measure'>) => string
  /** Shares of a question, which go by a name. */
  sharesOf: (shares: readonly Pick<Corridor, 'name' | 'measure'>[]) => string
}

/** The fixed set that an axis takes its words from; the others name a row. */
const sets = {
  pios: 'pios',
  complexity: 'complexities',
  nature: 'natures',
  legal: 'yesNoUnknown',
  scope: 'scopes',
  type: 'initiativeTypes',
  stage: 'stages',
} as const satisfies Partial<Record<WantedShare['axis'], string>>

export function namingOf({ t, word, of, label, locale }: Words, rows: ProblemRows): Naming {
  const byId = new Map(rows.candidates.map(({ initiative }) => [initiative.key, initiative]))
  const needs = new Map(rows.dependencies.flatMap(({ needs: one }) => (one ? [[one.key, one.title]] : [])))
  const portfolios = new Map(rows.portfolios.map(({ key, title }) => [key, title]))
  const unitOf = (unit: string) => rows.receiving.tree.get(unit)?.title ?? unit
  const axisOf = (axis: WantedShare['axis']) => label(initiatives, axis)
  const valueOf = ({ axis, value }: Pick<WantedShare, 'axis' | 'value'>) => {
    if (Object.hasOwn(sets, axis)) return word(sets[axis as keyof typeof sets], value as never)
    return axis === 'unit' ? unitOf(value) : (portfolios.get(value) ?? value)
  }
  const titleOf = (id: string) => byId.get(id)?.title ?? needs.get(id) ?? id
  const shareOf: Naming['shareOf'] = (share) => {
    const name = `${axisOf(share.axis)}: ${valueOf(share)}`
    return share.measure === 'count' ? `${name} (${of(measures, 'count').toLowerCase()})` : name
  }
  return {
    titleOf,
    numberOf: (id) => byId.get(id)?.number ?? '',
    titlesOf: (ids) => ids.map(titleOf).join(', '),
    unitOf,
    limitOf: (limit) => {
      if (limit.of === 'receiving') {
        const quarter = formatQuarter(limit.quarter, locale)
        return t('scenarios.roomOf', { unit: unitOf(limit.unit), quarter })
      }
      const { year, portfolio } = limit
      const name = limit.of === 'cost' ? 'frameOf' : 'daysOf'
      return portfolio === undefined || rows.portfolios.length === 1
        ? t(`scenarios.${name}`, { year })
        : t(`scenarios.${name}Portfolio`, { year, portfolio: portfolios.get(portfolio) ?? portfolio })
    },
    amountOf: (what, amount) =>
      what === 'cost'
        ? formatKr(amount, locale)
        : t('scenarios.days', { days: formatNumber(Math.round(amount), locale) }),
    points: (value) => formatNumber(Math.round(value * 10) / 10, locale),
    percent: (share) => `${formatNumber(Math.max(Math.round(share * 1000) / 10, 0.1), locale)} %`,
    axisOf,
    valueOf,
    shareOf,
    sharesOf: (shares) =>
      shares.map(({ name, measure = 'kr' }) => shareOf({ ...placeOf(name), measure })).join(', '),
  }
}

/** Where a share stands, from the name it goes by: `nature/infrastructure`. */
const placeOf = (name: string) => {
  const [axis = '', ...value] = name.split('/')
  return { axis: axis as WantedShare['axis'], value: value.join('/') }
}

export const NamingContext = createContext<Naming | undefined>(undefined)

export function useNaming(): Naming {
  const naming = use(NamingContext)
  if (!naming) throw new Error('No names around')
  return naming
}
