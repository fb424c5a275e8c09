/** Fills in an initiative before its next gate; field by field, so that two people may work side by side. */
import * as v from 'valibot'
import type { Ref } from '#src/lists/columns.ts'
import { type ChangesOf, internalName } from '#src/lists/list.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import type { TrailDraft, TrailEntry } from '#src/lists/decisions.ts'
import { faultsOf } from '#src/lists/validate.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import {
  mergeChanges,
  type PreparedField,
  preparedFields,
  same,
  trailedFields,
} from '#src/rules/initiatives/editing.ts'
import { answeredWords } from '#src/rules/initiatives/writtenWords.ts'
import { Refused } from '#src/rules/refusal.ts'
import { keepRounds } from '../deciding/keepRounds.ts'
import { shortText } from '../schemas.ts'
import { type Done, leaveTrail, loadInitiative, loadToPrepare, stamp, type Work } from '../work.ts'

const values = v.record(v.picklist(preparedFields), v.unknown())

export const prepareInitiativeArgs = v.strictObject({
  initiative: shortText,
  /** New values; `null` empties. */
  changes: values,
  /** The values of the same fields as the person saw them. */
  base: values,
})

const MOST_ATTEMPTS = 4

export async function prepareInitiative(
  work: Work,
  args: v.InferOutput<typeof prepareInitiativeArgs>,
): Promise<Done> {
  const faults = faultsOf(initiatives, args.changes)
  if (faults.length > 0) throw new Refused({ why: 'invalid', problems: faults })
  return fillIn(work, await loadToPrepare(work, args.initiative), args)
}

/** Writes what was changed of an initiative that the person may prepare. Throws Refused when somebody else has changed the same. */
export async function fillIn(
  work: Work,
  loaded: Initiative,
  args: v.InferOutput<typeof prepareInitiativeArgs>,
): Promise<Done> {
  let initiative = loaded
  let written: PreparedField[] = []
  for (let attempt = 1; ; attempt++) {
    const { write, conflicts } = mergeChanges({ changes: args.changes, base: args.base, now: initiative })
    if (conflicts.length > 0)
      throw new Refused({
        why: 'changedByOther',
        fields: conflicts,
        ...(initiative.changedBy && { by: initiative.changedBy }),
      })
    if (Object.keys(write).length === 0) break
    await keepRounds(work, initiative, Object.keys(write))
    try {
      initiative = await work.store.change(initiatives, initiative, {
        ...({ ...write, ...answeredWords(write) } as ChangesOf<typeof initiatives>),
        ...stamp(work),
      })
      written = Object.keys(write) as PreparedField[]
      break
    } catch (error) {
      if (!isChangedByOther(error) || attempt === MOST_ATTEMPTS) throw error
      initiative = await loadInitiative(work, args.initiative)
    }
  }
  // When all stood so already and I was the last to write, this call is repeated: its trail may have been left undone.
  if (written.length === 0 && initiative.changedBy?.id === work.me.id)
    written = Object.keys(args.changes) as PreparedField[]
  return { initiatives: [initiative], trail: await leaveTrails(work, args, initiative, written) }
}

/** One entry for each change of owner or money; keyed by what caused it, so a repeated call writes none twice. */
async function leaveTrails(
  work: Work,
  { changes, base }: v.InferOutput<typeof prepareInitiativeArgs>,
  initiative: Initiative,
  written: readonly PreparedField[],
): Promise<TrailEntry[]> {
  const trailed = written.filter(
    (field): field is keyof typeof trailedFields =>
      Object.hasOwn(trailedFields, field) && !same(changes[field], base[field]),
  )
  return Promise.all(
    trailed.map((field) => {
      const draft: TrailDraft = {
        key: `${work.key}/${field}`,
        title: initiatives.columns[field].label,
        initiative: { key: initiative.key, title: initiative.title },
        kind: trailedFields[field],
        field: internalName(field),
        day: work.today,
        person: work.me,
        ...shown('from', base[field]),
        ...shown('to', changes[field]),
        ...stamp(work),
      }
      return leaveTrail(work, draft)
    }),
  )
}

/** A value as the trail keeps it: names of persons, a number of kronor, the shares of parties. */
function shown(end: 'from' | 'to', value: unknown) {
  if (value === undefined || value === null) return {}
  return { [end]: [value].flat().map(nameOf).join(', ') }
}

function nameOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  if ('party' in value && 'percent' in value)
    return `${(value.party as Ref).title} ${String(value.percent)} %`
  return 'name' in value ? String(value.name) : String(value)
}
