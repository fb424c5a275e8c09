/** Puts the city's meetings in after its needs, and moves what they decided since the workbook was read in. */
import { type DecisionDraft, decisions, trail } from '#src/lists/decisions.ts'
import { forumTemplates } from '#src/lists/forumTemplates.ts'
import { actionItems } from '#src/lists/actionItems.ts'
import { type InitiativeDraft, initiatives } from '#src/lists/initiatives.ts'
import type { ChangesOf, DraftOf, List } from '#src/lists/list.ts'
import { agendaItems, attendance, meetings } from '#src/lists/meetings.ts'
import { paragraphs, verifications } from '#src/lists/minutes.ts'
import { runAction } from '#src/actions/index.ts'
import { freezePaper } from '#src/actions/meetings/minutes/freezePaper.ts'
import { drawMinutes, loadMinutes } from '#src/actions/meetings/minutes/minutesParts.ts'
import type { Work } from '#src/actions/work.ts'
import type { ListStore } from '#src/graph/listStore.ts'
import { installations } from './installation.ts'
import { writtenMeetings } from './meetingFile.ts'
import { decisionTrail } from './meetingDecisions.ts'
import { type City, cityOf } from './city.ts'
import { meetingRows } from './meetingRows.ts'
import { templateRows } from './templateRows.ts'

const ROWS_A_CALL = 100
const TODAY = installations.city.today
const YEAR_END = `${TODAY.slice(0, 4)}-12-31`

/** Safe to run again: every row has a key of its own. Answers how many needs came in at meetings. */
export async function seedMeetings(store: ListStore): Promise<{ created: number }> {
  const put = async <L extends List>(list: L, drafts: readonly (DraftOf<L> & { key: string })[]) => {
    for (let at = 0; at < drafts.length; at += ROWS_A_CALL)
      await store.createMany(list, drafts.slice(at, at + ROWS_A_CALL))
  }
  await put(forumTemplates, templateRows('u-stad'))
  const before = cityOf(await store.all(initiatives))
  await put(initiatives, [textMessages(before)])
  const city = cityOf(await store.all(initiatives))
  const rows = meetingRows(city)
  await put(meetings, rows.meetings)
  await put(attendance, rows.attendance)
  await put(agendaItems, rows.agendaItems)
  await put(actionItems, rows.actionItems)
  await put(paragraphs, rows.paragraphs)
  // The history before the decisions it belongs to: a decision without is one that the server has yet to carry out.
  await put(trail, decisionTrail(rows.decisions))
  await put(decisions, rows.decisions)
  await moveOn(store, city, rows.decisions)
  await freezeMinutes(store, city)
  await planAhead(store, city)
  return { created: 1 }
}

/** The need that came in by the form in August, after the workbook. */
function textMessages(city: City): InitiativeDraft {
  const [home] = city.organisation.units.filter(({ key }) => key === 'u-avo-ht')
  const contact = city.who('p-019')
  return {
    key: 'AVO-2024-090',
    title: 'Sms vid ändrad besökstid',
    number: 'ÄVO-2024-090',
    portfolio: { key: 'pf-avo', title: city.organisation.portfolios[0]?.title ?? '' },
    stage: 'screening',
    stageSince: '2024-08-21',
    state: 'active',
    need: 'Anhöriga och brukare vill veta när ett besök flyttas mer än 30 minuter. I dag ringer personalen, eller så får ingen veta.',
    benefit: 'Färre samtal till enheterna och mindre oro hos anhöriga.',
    unit: { key: 'u-avo-ht', title: home?.title ?? '' },
    contact,
    proposer: city.who('p-027'),
    legal: 'no',
    systems: 'Plugo',
    changedBy: contact,
    changedOn: '2024-08-21',
  }
}

/** What the meetings changed that the workbook doesn't know. */
async function moveOn(store: ListStore, city: City, made: readonly DecisionDraft[]) {
  const known: Record<string, ChangesOf<typeof initiatives>> = {
    'AVO-2024-005': { stage: 'screening', stageSince: '2024-06-12' },
    'AVO-2024-013': { state: 'screenedOut' },
    'AVO-2024-014': { rank: 1, financing: { key: 'M-PF-2024-09-5/decision', title: 'PF 2024 § 25' } },
    'AVO-2024-001': { financing: { key: 'M-PF-2024-05-2/decision', title: 'PF 2024 § 17' } },
    'AVO-2024-003': { financing: { key: 'M-PF-2024-04-2/decision', title: 'PF 2024 § 13' } },
    'AVO-2024-007': { financing: { key: 'M-PF-2024-04-3/decision', title: 'PF 2024 § 14' } },
    'AVO-2024-059': { steeringGroup: ['p-006', 'p-003', 'p-002', 'p-004', 'p-021'].map(city.who) },
    'AVO-2024-074': { effectOwner: city.who('p-002') },
  }
  const changes = new Map<string, ChangesOf<typeof initiatives>>()
  for (const { key, number, initiative } of made.toSorted((a, b) => a.decidedOn.localeCompare(b.decidedOn)))
    if (initiative) changes.set(initiative.key, { lastDecision: { key, title: number } })
  for (const [number, change] of Object.entries(known)) {
    const key = city.initiative(number)?.key
    if (key) changes.set(key, { ...changes.get(key), ...change })
  }
  for (const initiative of await store.all(initiatives)) {
    const change = changes.get(initiative.key)
    if (change) await store.change(initiatives, initiative, change)
  }
}

/** The minutes as they were sent, and what the verifiers answered. Their files the server makes by itself. */
async function freezeMinutes(store: ListStore, city: City) {
  for (const written of writtenMeetings()) {
    const meeting = await store.byKey(meetings, written.id)
    if (!meeting?.fixedOn) continue
    const me = city.who(written.secretary)
    const work: Work = { store, today: meeting.fixedOn, me, key: `demo/${meeting.key}`, seen: {} }
    const picture = drawMinutes(work, await loadMinutes(work, meeting), { version: 1 })
    const { title, fixedOn: sentOn } = meeting
    const frozen = await freezePaper(work, {
      meeting,
      kind: 'minutes',
      version: 1,
      title,
      picture,
      by: me,
      sentOn,
    })
    if (!frozen) throw new Error(`The minutes of ${title} were frozen in part`)
    await store.createMany(
      verifications,
      written.adjusters.map((id) => {
        const person = city.who(id)
        const claim = `${meeting.key}/1/${person.id}`
        return {
          key: claim,
          claim,
          title,
          meeting: { key: meeting.key, title },
          edition: 1,
          hash: frozen.hash,
          person,
          askedOn: sentOn,
          ...(written.adjustedAt
            ? { answer: 'approved' as const, answeredOn: written.adjustedAt }
            : { answer: 'asked' as const }),
        }
      }),
    )
  }
}

/** What each forum's rule gives for the rest of the year. */
async function planAhead(store: ListStore, city: City) {
  const me = city.who('p-014')
  for (const { key } of city.organisation.forums) {
    const work: Work = { store, today: TODAY, me, key: `demo/plan/${key}`, seen: {} }
    await runAction(work, 'planMeetings', { forum: key, from: TODAY, to: YEAR_END })
  }
}
