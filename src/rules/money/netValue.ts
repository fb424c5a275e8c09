/** What an initiative is worth in money over the years: benefits less costs, in today's kronor. */

export interface MoneyYear {
  year: number
  /** Kronor, of the price level the whole case is written in. */
  cost: number
  benefit: { low: number; likely: number; high: number }
}

export interface NetValue {
  /** Present value, kronor. */
  cost: number
  benefit: { low: number; likely: number; high: number }
  net: { low: number; likely: number; high: number }
  /** Present value of likely benefits for each krona of cost; nothing when it costs nothing. */
  perKrona?: number
  /** The first year whose end finds the likely benefits larger than the costs; nothing when that is never. */
  paidBackIn?: number
}

/** Kommuner and regioner commonly reckon with three per cent; a portfolio may set its own. */
const DISCOUNT_RATE = 0.03

/** A rate beyond this is a slip of the finger. */
export const MOST_RATE = 0.2

/** What the cases of a portfolio are discounted by: what is set for it, else the common rate. */
export function rateOf(portfolio: { discountPercent?: number } | undefined): number {
  const rate = (portfolio?.discountPercent ?? Number.NaN) / 100
  return rate >= 0 && rate <= MOST_RATE ? rate : DISCOUNT_RATE
}

/** Years are discounted to `from`, whose own amounts count in full. Years without amounts may be left out. */
export function netValueOf(years: readonly MoneyYear[], from: number, rate = DISCOUNT_RATE): NetValue {
  const inOrder = years.toSorted((a, b) => a.year - b.year)
  const sum = (amount: (year: MoneyYear) => number) =>
    inOrder.reduce((total, year) => total + amount(year) / (1 + rate) ** (year.year - from), 0)
  const cost = sum((year) => year.cost)
  const benefit = {
    low: sum((year) => year.benefit.low),
    likely: sum((year) => year.benefit.likely),
    high: sum((year) => year.benefit.high),
  }
  const paidBackIn = paidBack(inOrder, from, rate)
  return {
    cost,
    benefit,
    net: { low: benefit.low - cost, likely: benefit.likely - cost, high: benefit.high - cost },
    ...(cost > 0 && { perKrona: benefit.likely / cost }),
    ...(paidBackIn !== undefined && { paidBackIn }),
  }
}

/** Paid back for good: a later year that costs more than it gives may undo it. */
function paidBack(inOrder: readonly MoneyYear[], from: number, rate: number): number | undefined {
  let sum = 0
  let since: number | undefined
  for (const { year, cost, benefit } of inOrder) {
    sum += (benefit.likely - cost) / (1 + rate) ** (year - from)
    if (sum < 0) since = undefined
    else since ??= year
  }
  return inOrder.some(({ cost }) => cost > 0) ? since : undefined
}
