/** Takes a new need in from anybody signed in: first stage, next number of the year, proposed by whoever asks. */
import * as v from 'valibot'
import {
  type Initiative,
  type InitiativeDraft,
  initiatives,
  stages,
  yesNoUnknown,
} from '#src/lists/initiatives.ts'
import type { Portfolio } from '#src/lists/portfolios.ts'
import { faultsOf } from '#src/lists/validate.ts'
import { isDuplicate } from '#src/graph/errors.ts'
import { yearOf } from '#src/rules/calendar.ts'
import {
  firstStage,
  nextRunning,
  numberStart,
  numberWith,
  standardPortfolio,
} from '#src/rules/needs/proposing.ts'
import { Refused } from '#src/rules/refusal.ts'
import { keysOf, shortText, text } from '../schemas.ts'
import { type Done, leaveTrail, loadOrganisation, type Organisation, stamp, type Work } from '../work.ts'

const MOST_ATTEMPTS = 25

export const proposeNeedArgs = v.strictObject({
  title: shortText,
  /** The problem, and for whom. */
  need: text,
  benefit: text,
  unit: v.optional(shortText),
  /** Whoever asks, when left out. */
  contact: v.optional(v.strictObject({ id: shortText, name: shortText })),
  /** That of the unit's administration, when left out. */
  portfolio: v.optional(shortText),
  systems: v.optional(shortText),
  legal: v.optional(v.picklist(keysOf(yesNoUnknown))),
  legalBasis: v.optional(shortText),
  wantsToBuy: v.optional(v.boolean()),
})
type Args = v.InferOutput<typeof proposeNeedArgs>

export async function proposeNeed(work: Work, args: Args): Promise<Done> {
  const organisation = await loadOrganisation(work)
  const draft = toInitiative(work, args, organisation)
  const faults = faultsOf(initiatives, { ...draft.values, number: '-' }, { whole: true })
  if (faults.length > 0) throw new Refused({ why: 'invalid', problems: faults })
  const initiative = await create(work, draft)
  const entry = await leaveTrail(work, {
    key: `${initiative.key}/proposed`,
    title: stages[initiative.stage],
    initiative: { key: initiative.key, title: initiative.title },
    kind: 'proposed',
    to: stages[firstStage(draft.portfolio)],
    day: initiative.stageSince ?? work.today,
    person: work.me,
    ...stamp(work),
  })
  return { initiatives: [initiative], trail: [entry] }
}

interface Draft {
  portfolio: Portfolio
  values: Omit<InitiativeDraft, 'number'>
}

function toInitiative(work: Work, args: Args, { tree, portfolios }: Organisation): Draft {
  const { unit: unitKey, portfolio: chosen, contact = work.me, ...rest } = args
  const unit = unitKey === undefined ? undefined : tree.get(unitKey)
  if (unitKey !== undefined && !unit) throw new Refused({ why: 'notFound', what: 'unit', key: unitKey })
  const portfolio = chosen
    ? portfolios.find((p) => p.key === chosen && !p.archived)
    : standardPortfolio(unitKey, portfolios, tree)
  if (!portfolio)
    throw new Refused(
      chosen
        ? { why: 'notFound', what: 'portfolio', key: chosen }
        : { why: 'invalid', problems: [{ field: 'portfolio', problem: 'required' }] },
    )
  return {
    portfolio,
    values: {
      ...(rest as Omit<Args, 'unit' | 'contact' | 'portfolio'> & Partial<InitiativeDraft>),
      key: work.key,
      title: args.title,
      stage: firstStage(portfolio),
      state: 'active',
      stageSince: work.today,
      portfolio: { key: portfolio.key, title: portfolio.title },
      proposer: work.me,
      contact,
      ...(unit && { unit: { key: unit.key, title: unit.title } }),
      ...stamp(work),
    },
  }
}

/** Two who send at once reach for the same number: the unique column lets one have it, the other takes the next. */
async function create({ store, key, me, today }: Work, { portfolio, values }: Draft): Promise<Initiative> {
  const mine = async (item: Initiative) => {
    // A key is the asker's own: one that stands for somebody else's row is no repetition.
    const whole = item.proposer ? item : await store.byKey(initiatives, key)
    if (whole?.proposer?.id !== me.id)
      throw new Refused({ why: 'invalid', problems: [{ field: 'key', problem: 'taken' }] })
    return whole
  }
  const start = numberStart(portfolio, yearOf(today))
  for (let attempt = 1, next = 0; ; attempt++) {
    const taken = await store.textsStartingWith(initiatives, { column: 'number', value: start })
    // What was just taken by another may not be readable yet: never the same number again.
    next = Math.max(next + 1, nextRunning(taken, start))
    try {
      const number = numberWith(start, next)
      return await mine((await store.create(initiatives, { ...values, number })).item)
    } catch (error) {
      if (!isDuplicate(error) || attempt === MOST_ATTEMPTS) throw error
    }
  }
}
