/** A need that has become a running project with a leader, and its report of the month before: what journeys about reports start from. */
import { type StatusReport, statusReports } from '#src/lists/followUp.ts'
import { type Initiative, initiatives } from '#src/lists/initiatives.ts'
import type { ChangesOf } from '#src/lists/list.ts'
import { entraIdOf } from '#scripts/demo/installation.ts'
import { type Stand, who } from './stand.ts'

type Reported = Pick<StatusReport, 'month' | 'sentOn'> & Partial<StatusReport>

/** All is green in the report but what is given. */
export async function runningProject(
  { store }: Stand,
  { reported, values = {} }: { reported: Reported; values?: ChangesOf<typeof initiatives> },
): Promise<Initiative> {
  const found = await store.byKey(initiatives, 'pf-avo.nr:5')
  if (!found) throw new Error('The demo has no such need')
  const leader = { id: entraIdOf(who.projectManager), name: 'Projektledaren' }
  const initiative = await store.change(initiatives, found, {
    stage: 'delivery',
    state: 'active',
    stageSince: '2024-02-01',
    projectManager: leader,
    ...values,
  })
  await store.create(statusReports, {
    key: reported.month,
    title: reported.month,
    initiative: { key: initiative.key, title: initiative.title },
    claim: `${initiative.key}/${reported.month}`,
    economy: 'green',
    quality: 'green',
    time: 'green',
    by: leader,
    ...reported,
  })
  return initiative
}
