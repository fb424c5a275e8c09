/** What the balance says in words: of all of it, of a square, and of a share that is to be kept. */
import { type Axis, balanceAxes, type Corridor } from '#src/lists/balance.ts'
import { type Balance, type BalanceCell, type CorridorState, UNKNOWN } from '#src/rules/pictures/balance.ts'
import type { Price } from '#src/rules/pictures/price.ts'
import { formatKr, formatNumber } from '#src/text/format.ts'
import type { Words } from '#src/text/words.ts'
import { axisWord } from './axisWords.ts'

/** Where most is, for how much, and how many nobody has placed. */
export function balanceSays(
  balance: Balance<unknown>,
  { down, across, words }: { down: Axis; across: Axis; words: Words },
): string {
  const { t, of, locale } = words
  const { all } = balance
  const largest = balance.down
    .flatMap((d) => balance.across.map((a) => ({ d, a, cell: balance.cell(d.key, a.key) })))
    .filter(({ d, a }) => d.key !== UNKNOWN && a.key !== UNKNOWN)
    .toSorted((one, other) => other.cell.rows.length - one.cell.rows.length)[0]
  const unplaced = [
    { axis: down, count: balance.downSum(UNKNOWN).rows.length },
    { axis: across, count: balance.acrossSum(UNKNOWN).rows.length },
  ].filter(({ count }) => count > 0)
  return [
    t(all.unpriced === all.rows.length ? 'balance.saysCount' : 'balance.says', {
      count: formatNumber(all.rows.length, locale),
      kr: krText(all, words),
    }),
    largest &&
      t('balance.saysMost', {
        down: axisWord(down, largest.d, words),
        across: axisWord(across, largest.a, words),
        count: largest.cell.rows.length,
        share: percent(largest.cell.rows.length / all.rows.length),
      }),
    ...unplaced.map(({ axis, count }) =>
      t('balance.saysUnknown', { count: formatNumber(count, locale), axis: of(balanceAxes, axis) }),
    ),
    all.rough > 0 && t('balance.saysRough', { count: formatNumber(all.rough, locale) }),
    all.unpriced > 0 && t('balance.saysUnpriced', { count: formatNumber(all.unpriced, locale) }),
  ]
    .filter(Boolean)
    .join(' ')
}

/** `4,2 mnkr`, `ca 4,2 mnkr` when some of it is a rough estimate, `?` when nobody knows any of it. */
export const krText = ({ rows, kr, unpriced, rough }: BalanceCell<unknown>, { t, locale }: Words): string => {
  if (rows.length > 0 && unpriced === rows.length) return '?'
  return rough > 0 ? t('balance.about', { kr: formatKr(kr, locale) }) : formatKr(kr, locale)
}

/** What one initiative asks, and whether that is a rough estimate. */
export function priceText(price: Price | undefined, { t, locale }: Words): string {
  if (!price) return t('balance.noCost')
  const kr = `${formatKr(price.kr, locale)}${price.isYearly ? t('pictures.perYear') : ''}`
  return price.isRough ? t('balance.roughly', { kr }) : kr
}

/** `12 för 4,2 mnkr`, and how many of them nobody knows the cost of. */
export function cellText(cell: BalanceCell<unknown>, words: Words): string {
  const { t, locale } = words
  const { rows, unpriced } = cell
  if (rows.length === 0) return '0'
  const kr = unpriced === rows.length ? formatKr(0, locale) : krText(cell, words)
  const said = t('balance.cell', { count: formatNumber(rows.length, locale), kr })
  return unpriced > 0 ? t('balance.cellUnpriced', { said, count: unpriced }) : said
}

/** Whole per cent; what is there but less than one is said to be. */
export const percent = (share: number) =>
  share > 0 && share < 0.005 ? '<1' : String(Math.round(share * 100))

/** So many letters as fit; the table twin and the mark's label have all of them. */
export const cut = (text: string, width: number) => {
  const most = Math.max(6, Math.floor(width / 7.2))
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}

/** `minst 20 %`, `högst 50 %`, `20–40 %`. */
export function limitsText(
  { leastPercent, mostPercent }: Pick<Corridor, 'leastPercent' | 'mostPercent'>,
  { t }: Words,
): string {
  if (leastPercent !== undefined && mostPercent !== undefined)
    return t('balance.between', { least: leastPercent, most: mostPercent })
  return leastPercent !== undefined
    ? t('balance.least', { share: leastPercent })
    : t('balance.most', { share: mostPercent ?? 100 })
}

/** Whether a share is kept, and by how much it isn't. */
export function stateText(state: CorridorState<Corridor>, words: Words): string {
  const { t, locale } = words
  const { corridor, share, broken, by, unknown, rough, unpriced } = state
  if (share === undefined) return t('balance.nothing')
  const amount = (value: number) =>
    corridor.measure === 'kr' ? formatKr(value, locale) : t('balance.initiatives', { count: value })
  const of = { share: percent(share), amount: amount(by) }
  const said =
    broken === 'below'
      ? t('balance.below', of)
      : broken === 'above'
        ? t('balance.above', of)
        : t('balance.kept', of)
  return [
    said,
    unknown > 0 && t('balance.notPlaced', { count: unknown }),
    rough > 0 && t('balance.saysRough', { count: formatNumber(rough, locale) }),
    unpriced > 0 && t('balance.notPriced', { count: formatNumber(unpriced, locale) }),
  ]
    .filter(Boolean)
    .join(' ')
}
