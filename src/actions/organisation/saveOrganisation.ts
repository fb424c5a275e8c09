/** Writes rows of the organisation: an administrator's act. What stands is never deleted, only archived. */
import * as v from 'valibot'
import { lists } from '#src/lists/all.ts'
import type { List } from '#src/lists/list.ts'
import { faultsOf } from '#src/lists/validate.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { isChangedByOther } from '#src/graph/errors.ts'
import { mergeChanges } from '#src/rules/initiatives/editing.ts'
import {
  faultyNumbers,
  type Organisation,
  organisationLists,
  unsound,
} from '#src/rules/organisation/organising.ts'
import { may, permissions } from '#src/rules/permissions.ts'
import { Refused } from '#src/rules/refusal.ts'
import { shortText } from '../schemas.ts'
import { type Done, stamp, type Work } from '../work.ts'

const values = v.record(v.string(), v.unknown())

export const saveOrganisationArgs = v.strictObject({
  list: v.picklist(organisationLists),
  row: shortText,
  /** New values; `null` empties, `archived` takes the row away. */
  changes: values,
  /** The values of the same fields as the person saw them; empty for a new row. */
  base: values,
})

type Row = Record<string, unknown> & { id: string; version: string; key: string }
const fixed = new Set(['key', 'id', 'version', 'changedBy', 'changedOn'])
const MOST_ATTEMPTS = 4

export async function saveOrganisation(
  work: Work,
  args: v.InferOutput<typeof saveOrganisationArgs>,
): Promise<Done> {
  const list: List = lists[args.list]
  const { row, changes } = { ...args, changes: without(args.changes, fixed) }
  for (let attempt = 1; ; attempt++) {
    const now = await organisation(work)
    demandAdministrator(work, now)
    const existing = (await work.store.byKey(list, row)) as Row | undefined
    const { write, conflicts } = mergeChanges({
      changes,
      base: ticked(list, args.base),
      now: ticked(list, existing ?? {}),
    })
    if (existing && conflicts.length > 0) throw new Refused({ why: 'changedByOther', fields: conflicts })
    if (existing && Object.keys(write).length === 0) return { [args.list]: [existing] }
    const after: Record<string, unknown> = { ...existing, ...(existing ? write : changes), key: row }
    demandSound(args.list, after, now, list, existing ? write : { ...after })
    if (write.archived === true && args.list === 'units') await demandUnused(work, row, String(after.title))
    try {
      const item = existing
        ? await work.store.change(list, existing, { ...write, ...stamp(work) })
        : (await work.store.create(list, { ...changes, key: row, ...stamp(work) })).item
      return { [args.list]: [item] }
    } catch (error) {
      if (!isChangedByOther(error) || attempt === MOST_ATTEMPTS) throw error
    }
  }
}

/** The six lists without what is archived. */
async function organisation({ store }: Work): Promise<Organisation> {
  const read = await store.allOf(organisationLists.map((name) => lists[name] as List))
  return Object.fromEntries(
    organisationLists.map((name, i) => [
      name,
      (read[i] as { archived?: boolean }[]).filter(({ archived }) => !archived),
    ]),
  ) as unknown as Organisation
}

function demandAdministrator({ me }: Work, { people }: Organisation) {
  const roles = people.filter(({ person }) => person.id === me.id).flatMap((row) => row.roles ?? [])
  if (!may('organise', { id: me.id, roles }))
    throw new Refused({ why: 'notYourTask', roles: [...permissions.organise.roles] })
}

function demandSound(
  name: (typeof organisationLists)[number],
  after: Record<string, unknown>,
  now: Organisation,
  list: List,
  written: Record<string, unknown>,
) {
  const isNew = !('id' in after)
  const problems = [...faultsOf(list, written, { whole: isNew }), ...faultyNumbers(written)]
  if (problems.length > 0) throw new Refused({ why: 'invalid', problems, of: list.name })
  const found = unsound(name, withoutEmpty(after) as never, now)
  if (found.length > 0) throw new Refused(...found.map((each) => ({ why: 'unsound', ...each }) as const))
}

/** Initiatives are many and are asked for only when a unit is to go. */
async function demandUnused({ store }: Work, unit: string, title: string) {
  const held = await store.where(initiatives, { column: 'unit', value: unit })
  const names = held.filter(({ archived }) => !archived).map(({ number }) => number)
  if (names.length > 0) throw new Refused({ why: 'unsound', fault: 'inUse', names: [title, ...names] })
}

/** A box that was never ticked is one that isn't: SharePoint reads some as no and some as nothing. */
const ticked = (list: List, row: Record<string, unknown>) => ({
  ...row,
  ...Object.fromEntries(
    Object.entries(list.columns).flatMap(([name, { kind }]) =>
      kind === 'yesNo' ? [[name, row[name] === true]] : [],
    ),
  ),
})

const without = (given: Record<string, unknown>, names: ReadonlySet<string>) =>
  Object.fromEntries(Object.entries(given).filter(([name]) => !names.has(name)))
const withoutEmpty = (row: object) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))
