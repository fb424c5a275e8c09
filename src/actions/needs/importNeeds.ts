/** Takes rows of a workbook in as initiatives: an administrator's act, not a decision. Run again it doubles nothing. */
import * as v from 'valibot'
import { dependencies, type Dependency } from '#src/lists/businessCase.ts'
import { trail } from '#src/lists/decisions.ts'
import { type InitiativeDraft, initiatives, stages, states, yesNoUnknown } from '#src/lists/initiatives.ts'
import type { Portfolio } from '#src/lists/portfolios.ts'
import { faultsOf } from '#src/lists/validate.ts'
import { isDuplicate } from '#src/graph/errors.ts'
import { circleThrough } from '#src/rules/initiatives/dependencies.ts'
import { may, permissions } from '#src/rules/permissions.ts'
import { stagesOf } from '#src/rules/processes.ts'
import { Refused } from '#src/rules/refusal.ts'
import { amountKr, keysOf, shortText, text } from '../schemas.ts'
import { readWholes } from '../initiatives/refuseCircle.ts'
import { type Done, loadOrganisation, rolesOf, stamp, type Work } from '../work.ts'

/** Leaves room for the keys that are made from it: of prerequisites, of the trail and of decisions. */
const originKey = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200))
const ref = v.object({ key: shortText, title: shortText })
const person = v.object({ id: shortText, name: shortText })
const maybe = <T>(schema: v.GenericSchema<T>) => v.optional(v.nullable(schema))

export const importedRow = v.strictObject({
  /** Stable for the row: its number in the workbook, else its title. */
  originKey,
  number: shortText,
  title: shortText,
  need: maybe(text),
  benefit: maybe(text),
  unit: maybe(ref),
  unitAsWritten: maybe(shortText),
  contact: maybe(person),
  contactAsWritten: maybe(shortText),
  concernedUnits: v.optional(v.array(ref)),
  concernedAsWritten: maybe(shortText),
  stage: v.picklist(keysOf(stages)),
  state: v.picklist(keysOf(states)),
  external: v.boolean(),
  costLowKr: maybe(amountKr),
  costHighKr: maybe(amountKr),
  costPerYear: v.optional(v.boolean()),
  costAsWritten: maybe(shortText),
  start: maybe(shortText),
  startAsWritten: maybe(shortText),
  legal: v.picklist(keysOf(yesNoUnknown)),
  legalBasis: maybe(shortText),
  systems: maybe(shortText),
  comment: maybe(text),
  dependsOn: v.array(v.object({ originKey: v.optional(originKey), title: shortText })),
  original: v.record(v.string(), v.string()),
})
export type ImportedRow = v.InferOutput<typeof importedRow>

/** Rows a request may carry: the tab sends a large workbook in pieces and shows how far it has come. */
export const MOST_ROWS = 200

export const importNeedsArgs = v.strictObject({
  portfolio: shortText,
  /** Names the whole import, of which this may be a piece: it is undone by that name. */
  batch: v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(120))),
  rows: v.pipe(v.array(importedRow), v.maxLength(MOST_ROWS)),
})

export async function importNeeds(
  work: Work,
  { portfolio: portfolioKey, batch, rows }: v.InferOutput<typeof importNeedsArgs>,
): Promise<Done> {
  const organisation = await loadOrganisation(work)
  if (!may('import', { id: work.me.id, roles: rolesOf(work.me.id, organisation) })) {
    throw new Refused({ why: 'notYourTask', roles: [...permissions.import.roles] })
  }
  const portfolio = organisation.portfolios.find((p) => p.key === portfolioKey)
  if (!portfolio) throw new Refused({ why: 'notFound', what: 'portfolio', key: portfolioKey })
  const drafts = rows.map((row) => ({
    ...toInitiative(work, portfolio, row),
    ...(batch && { importBatch: batch }),
  }))
  const faults = drafts.flatMap((draft, i) =>
    [
      ...faultsOf(initiatives, draft, { whole: true }),
      ...(stagesOf(portfolio.process).includes(draft.stage) ? [] : [notAllowed('stage')]),
      // Two rows with one key would be taken for the same row, and the second never be seen again.
      ...(drafts.findIndex((other) => sameText(other.key, draft.key)) < i ? [notAllowed('originKey')] : []),
    ].map((fault) => ({ ...fault, field: `${rows[i]?.originKey} ${fault.field}` })),
  )
  if (faults.length > 0) throw new Refused({ why: 'invalid', problems: faults })

  const waiting = rows.flatMap((row) => waits(work, portfolio, row))
  await refuseCircles(work, waiting)

  // Each write is keyed by the row: what a broken connection left undone is done by asking again.
  const { existed } = await work.store.createMany(initiatives, drafts).catch(async (error: unknown) => {
    throw isDuplicate(error) ? await takenNumbers(work, drafts) : error
  })
  await work.store.createMany(dependencies, waiting)
  await work.store.createMany(
    trail,
    drafts.map((draft) => ({
      key: `${draft.key}/imported`,
      title: stages[draft.stage],
      initiative: { key: draft.key, title: draft.title },
      kind: 'imported' as const,
      to: stages[draft.stage],
      day: work.today,
      person: work.me,
      ...stamp(work),
    })),
  )
  return { created: drafts.length - existed.size, existed: existed.size }
}

/** Whoever reads the workbook has left such a wait out; this is for those who ask without reading. */
async function refuseCircles(work: Work, waiting: readonly ReturnType<typeof waits>[number][]) {
  const closing = waiting.filter(({ needs }) => needs)
  if (closing.length === 0) return
  // What is there already stands as it is: asked again, nothing is written over.
  const [before, whole]: [Dependency[], (key: string) => string] = await Promise.all([
    work.store.all(dependencies),
    readWholes(work),
  ])
  const there = new Set(before.map(({ key }) => key))
  const all = [...before, ...closing.filter(({ key }) => !there.has(key))]
  for (const wait of closing) {
    if (there.has(wait.key)) continue
    const through = circleThrough(wait, all, whole)
    if (through.length === 0) continue
    const titles = new Map(
      all.flatMap(({ initiative, needs }) =>
        [initiative, ...(needs ? [needs] : [])].map((one) => [one.key, one.title]),
      ),
    )
    throw new Refused({
      why: 'circle',
      through: through.map((key) => ({ key, title: titles.get(key) ?? key })),
    })
  }
}

const notAllowed = (field: keyof InitiativeDraft) => ({ field, problem: 'notAllowed' as const })

/** SharePoint compares unique texts without regard to case. */
const sameText = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** Says which rows have a number that another initiative holds; the rows before them are in. */
async function takenNumbers({ store }: Work, drafts: readonly InitiativeDraft[]): Promise<Refused> {
  const holders = await store.holdersOf(
    initiatives,
    'number',
    drafts.map(({ number }) => number),
  )
  return new Refused({
    why: 'invalid',
    problems: drafts.flatMap(({ key, number }, i) => {
      const holder = holders[i]
      return holder === undefined || sameText(holder, key)
        ? []
        : [{ field: `${number} number`, problem: 'taken' as const }]
    }),
  })
}

/** The same row gets the same key in every import into the portfolio. */
export const importedKey = (portfolio: Pick<Portfolio, 'key'>, originKey: string) =>
  `${portfolio.key}.${originKey}`.slice(0, 255)

function toInitiative(work: Work, portfolio: Portfolio, row: ImportedRow): InitiativeDraft {
  const { dependsOn: _, number, ...values } = row
  const filled = Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  )
  return {
    ...(filled as Partial<InitiativeDraft>),
    title: row.title,
    stage: row.stage,
    state: row.state,
    key: importedKey(portfolio, row.originKey),
    number: numberOf(portfolio, number, work.today.slice(0, 4)),
    portfolio: { key: portfolio.key, title: portfolio.title },
    stageSince: work.today,
    ...stamp(work),
  }
}

/** `ÄVO-2024-014`: portfolio, year of the import, the workbook's own number. */
const numberOf = ({ code }: Portfolio, number: string, year: string) =>
  `${code}-${year}-${number.replace(/^\d+/, (digits) => digits.padStart(3, '0'))}`.slice(0, 255)

function waits(work: Work, portfolio: Portfolio, row: ImportedRow) {
  const key = importedKey(portfolio, row.originKey)
  return row.dependsOn.map((wait) => ({
    key: `${key}/needs/${wait.originKey ?? wait.title}`.slice(0, 255),
    title: wait.title,
    initiative: { key, title: row.title },
    ...(wait.originKey && { needs: { key: importedKey(portfolio, wait.originKey), title: wait.title } }),
    ...stamp(work),
  }))
}
