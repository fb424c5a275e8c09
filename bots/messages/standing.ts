/** How what a message told of stands now: read in one request for all its lines, so that an old card shows today's truth. */
import { actionItems } from '#src/lists/actionItems.ts'
import type { Day } from '#src/lists/columns.ts'
import { decisions, trail } from '#src/lists/decisions.ts'
import { statusReports } from '#src/lists/followUp.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { meetings } from '#src/lists/meetings.ts'
import { verifications } from '#src/lists/minutes.ts'
import type { SentLine } from '#src/lists/reminding.ts'
import { reportClaim } from '#src/rules/reporting.ts'
import { type Matter, type MatterOf, matterOf } from './matter.ts'
import type { Telling } from './telling.ts'

/** `open`: it can still be done. The others: it has been, or there is nothing to do. */
export const standings = [
  'open',
  'reported',
  'decided',
  'done',
  'handedOver',
  'sent',
  'answered',
  'gone',
] as const
export type Standing = (typeof standings)[number]

/** By the key of each line. */
export async function standingsOf(
  lines: readonly SentLine[],
  { of: { store }, me }: Telling,
): Promise<Map<string, Standing>> {
  const asked = lines.map((line) => ({ line, matter: matterOf(line) }))
  const of = <K extends Matter['kind']>(kind: K) =>
    asked.flatMap(({ matter }) => (matter?.kind === kind ? [matter as MatterOf<K>] : []))
  const [found, reports, made, actions, held, answers, told] = await store.whereIn([
    { list: initiatives, column: 'key', values: keysOf([...of('report'), ...of('decision')]) },
    {
      list: statusReports,
      column: 'claim',
      values: of('report').map(({ item, month }) => reportClaim(item, month)),
    },
    { list: decisions, column: 'initiative', values: keysOf(of('decision')) },
    { list: actionItems, column: 'key', values: keysOf(of('action')) },
    { list: meetings, column: 'key', values: keysOf(of('agenda')) },
    { list: verifications, column: 'meeting', values: [...new Set(of('verify').map((one) => one.meeting))] },
    { list: trail, column: 'initiative', values: keysOf(of('stalled')) },
  ])
  const stands: { [K in Matter['kind']]: (matter: MatterOf<K>, since: Day) => Standing } = {
    report: ({ item, month }) => {
      if (reports.some(({ claim }) => claim === reportClaim(item, month))) return 'reported'
      return found.some(({ key, state }) => key === item && state === 'active') ? 'open' : 'gone'
    },
    decision: ({ item }, since) => {
      const mine = made.some(
        ({ initiative, decidedBy, decidedOn, outcome }) =>
          initiative?.key === item && decidedBy.id === me.id && decidedOn >= since && outcome !== 'escalate',
      )
      if (mine) return 'decided'
      const now = found.find(({ key }) => key === item)
      if (now?.state !== 'active') return 'gone'
      return made.some(
        (one) => one.initiative?.key === item && one.decidedOn > since && one.fromStage !== one.toStage,
      )
        ? 'decided'
        : 'open'
    },
    action: ({ item }) => {
      const now = actions.find(({ key }) => key === item)
      if (!now || now.archived || now.state === 'dropped') return 'gone'
      if (now.state === 'done') return 'done'
      return now.owner.id === me.id ? 'open' : 'handedOver'
    },
    agenda: ({ item }) => {
      const now = held.find(({ key }) => key === item)
      if (now?.agendaSentOn) return 'sent'
      return now && (now.state === 'planned' || now.state === 'called') ? 'open' : 'gone'
    },
    verify: ({ item, meeting }) => {
      const mine = answers.filter(
        (one) =>
          one.person.id === me.id && one.meeting.key === meeting && (one.item ?? one.meeting).key === item,
      )
      if (mine.some(({ answer }) => answer === 'asked')) return 'open'
      return mine.length > 0 ? 'answered' : 'gone'
    },
    moved: () => 'open',
    stalled: ({ item }, since) =>
      told.some((one) => one.kind === 'answer' && one.initiative.key === item && one.day >= since)
        ? 'answered'
        : 'open',
    meeting: () => 'open',
  }
  return new Map(
    asked.map(({ line, matter }) => [
      line.key,
      matter ? (stands[matter.kind] as (one: Matter, since: Day) => Standing)(matter, line.due) : 'gone',
    ]),
  )
}

const keysOf = (all: readonly { item: string }[]) => [...new Set(all.map(({ item }) => item))]
