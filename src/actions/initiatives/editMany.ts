/** Changes many initiatives in one act: each by itself, and what could not be changed is told row by row. */
import * as v from 'valibot'
import type { Initiative } from '#src/lists/initiatives.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { faultsOf } from '#src/lists/validate.ts'
import { may, permissions } from '#src/rules/permissions.ts'
import { type Refusal, Refused } from '#src/rules/refusal.ts'
import { fillIn, prepareInitiativeArgs } from './prepareInitiative.ts'
import { type Done, loadInitiative, loadOrganisation, rolesOf, type Work } from '../work.ts'

/** Rows a request may carry: the tab sends more in pieces and shows how far it has come. */
export const MOST_EDITED = 50
/** Rows written at the same time: SharePoint throttles whoever asks for more. */
const TOGETHER = 5

/** Each row as `prepareInitiative` takes it. The same rows with `changes` and `base` in each other's place undo it. */
export const editManyArgs = v.strictObject({
  rows: v.pipe(v.array(prepareInitiativeArgs), v.nonEmpty(), v.maxLength(MOST_EDITED)),
})

export async function editMany(work: Work, { rows }: v.InferOutput<typeof editManyArgs>): Promise<Done> {
  const problems = rows.flatMap(({ changes }) => faultsOf(initiatives, changes))
  if (problems.length > 0) throw new Refused({ why: 'invalid', problems })
  const roles = rolesOf(work.me.id, await loadOrganisation(work))
  const edit = async (row: (typeof rows)[number]): Promise<Done> => {
    try {
      const initiative = await loadInitiative(work, row.initiative)
      const refusal = refusalFor(initiative, { id: work.me.id, roles })
      if (refusal) throw new Refused(refusal)
      return await fillIn({ ...work, key: `${work.key}/${initiative.id}` }, initiative, row)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return { left: [{ key: row.initiative, refusals: error.refusals }] }
    }
  }
  const done: Done[] = []
  for (let at = 0; at < rows.length; at += TOGETHER)
    done.push(...(await Promise.all(rows.slice(at, at + TOGETHER).map(edit))))
  return {
    initiatives: done.flatMap((one) => one.initiatives ?? []),
    trail: done.flatMap((one) => one.trail ?? []),
    left: done.flatMap((one) => one.left ?? []),
  }
}

function refusalFor(
  initiative: Initiative,
  who: { id: string; roles: ReturnType<typeof rolesOf> },
): Refusal | undefined {
  if (!may('prepare', who, initiative)) return { why: 'notYourTask', roles: [...permissions.prepare.roles] }
  return initiative.archived ? { why: 'archived' } : undefined
}
