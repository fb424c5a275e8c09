/** A month’s status report in the chat, as tests open and read it. */
import { type StatusReport, statusReports } from '#src/lists/followUp.ts'
import type { Initiative } from '#src/lists/initiatives.ts'
import { aNeed } from '#test/fixtures/needs.ts'
import type { Stand } from '#test/fixtures/stand.ts'
import type { Talking } from './talking.ts'

export const green = { economy: 'green', quality: 'green', time: 'green' } as const

/** Work that is reported on that tenant, its card in the chat, and what has been sent. */
export function reporting(there: () => { stand: Stand; talking: Talking }) {
  async function running(values: Parameters<typeof aNeed>[1] = {}): Promise<Initiative> {
    const lead = there().stand.person('projectManager')
    const given = { stage: 'delivery', stageSince: '2024-03-01', projectManager: lead, ...values } as const
    return aNeed(there().stand, given, { business: false })
  }

  const sentFor = ({ key }: Initiative): Promise<StatusReport[]> =>
    there().stand.store.where(statusReports, { column: 'initiative', value: key })

  const opened = (initiative: Initiative, who: Parameters<Talking['press']>[0] = 'projectManager') =>
    there().talking.messages.answer({
      verb: 'open',
      data: { matter: { kind: 'report', item: initiative.key, month: '2024-09' } },
      me: there().stand.person(who),
      language: 'sv',
    })
  return { running, opened, sentFor }
}
