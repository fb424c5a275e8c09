/** Whatever is asked of meetings may be asked again: an answer that was lost, or a server that died, changes nothing of how it ends. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ActionName, runAction } from '#src/actions/index.ts'
import { actionItems } from '#src/lists/actionItems.ts'
import { forumTemplates } from '#src/lists/forumTemplates.ts'
import { agendaItems, attendance, meetings } from '#src/lists/meetings.ts'
import { papers, positions } from '#src/lists/minutes.ts'
import type { Forum } from '#src/lists/organisation.ts'
import { Killed, killedAt, lostAt, meanwhileAt } from '#test/fixtures/interrupted.ts'
import {
  aForumThere,
  aMeetingThere,
  anItemThere,
  aTemplateThere,
  inState,
} from '#test/fixtures/meetingStand.ts'
import { refusalsOf, setUpStand, type Stand, type Who } from '#test/fixtures/stand.ts'

let stand: Stand
let other: Forum
beforeAll(async () => {
  stand = await setUpStand('city')
  other = await aForumThere(stand, { title: 'Prioriteringsforum' })
})
afterAll(() => stand.close())

/** A forum of its own with a meeting that has an item, so that each try begins alike. */
async function aBeginning() {
  const forum = await aForumThere(stand)
  await aTemplateThere(stand, forum, { joint: true })
  const meeting = await aMeetingThere(stand, forum)
  const item = await anItemThere(stand, { forum, meeting }, { title: 'Larmen', source: 'proposed' })
  return { forum, meeting, item }
}
type Beginning = Awaited<ReturnType<typeof aBeginning>>

const asked: { name: ActionName; who?: Who; args: (at: Beginning) => object }[] = [
  {
    name: 'saveMeeting',
    args: ({ forum, meeting }) => ({ meeting: meeting.key, forum: forum.key, values: { day: '2024-10-15' } }),
  },
  {
    name: 'saveMeeting',
    args: ({ forum }) => ({ meeting: `${forum.key}-extra`, forum: forum.key, values: { day: '2024-10-15' } }),
  },
  {
    name: 'takeUp',
    args: ({ forum, meeting }) => ({
      meeting: meeting.key,
      items: ['a', 'b'].map((key) => ({
        key: `${forum.key}-${key}`,
        title: key,
        kind: 'status',
        source: 'added',
      })),
    }),
  },
  {
    name: 'saveItem',
    args: ({ forum }) => ({ item: `${forum.key}-x`, forum: forum.key, values: { title: 'X' } }),
  },
  {
    name: 'saveItem',
    args: ({ forum, item }) => ({ item: item.key, forum: forum.key, values: { state: 'backlog' } }),
  },
  { name: 'orderAgenda', args: ({ meeting, item }) => ({ meeting: meeting.key, items: [item.key] }) },
  {
    name: 'noteItem',
    args: ({ item }) => ({ item: item.key, values: { notes: 'Sagt.' }, base: { notes: '' } }),
  },
  {
    name: 'setAttendance',
    args: ({ meeting }) => ({
      meeting: meeting.key,
      people: [{ person: stand.person('employee'), presence: 'present', capacity: 'member' }],
    }),
  },
  { name: 'moveMeeting', args: ({ meeting }) => ({ meeting: meeting.key, to: 'open' }) },
  {
    name: 'saveAction',
    args: ({ forum, meeting }) => ({
      action: `${forum.key}-action`,
      forum: forum.key,
      meeting: meeting.key,
      values: { title: 'Gör', owner: stand.person('employee'), due: '2024-11-01' },
    }),
  },
  { name: 'sendAgenda', args: ({ meeting }) => ({ meeting: meeting.key }) },
  { name: 'cancelMeeting', args: ({ meeting }) => ({ meeting: meeting.key, reason: 'Sjukdom' }) },
  { name: 'saveForumTemplate', args: ({ forum }) => ({ forum: forum.key, values: { start: '10:00' } }) },
  { name: 'planMeetings', args: ({ forum }) => ({ forum: forum.key, from: '2024-11-01', to: '2025-01-31' }) },
  { name: 'sendOn', args: ({ item }) => ({ item: item.key, forum: other.key, question: 'Vem betalar?' }) },
  {
    name: 'savePosition',
    who: 'director',
    args: ({ forum, item }) => ({
      position: `${forum.key}-position`,
      item: item.key,
      unit: 'u-avo',
      values: { position: 'Tillstyrks.' },
    }),
  },
]

/** Everything of the forum as it stands, without what each try has of its own. */
async function asItStands({ forum, item }: Beginning): Promise<string> {
  const of = { column: 'forum', value: forum.key }
  const [sittings, items, actions, templates, stated, questions] = await Promise.all([
    stand.store.where(meetings, of),
    stand.store.where(agendaItems, of),
    stand.store.where(actionItems, of),
    stand.store.where(forumTemplates, of),
    stand.store.where(positions, of),
    stand.store.where(agendaItems, { column: 'asks', value: item.key }),
  ])
  const rest = await Promise.all(
    sittings.map(({ key }) => stand.store.whereOf([attendance, papers], { column: 'meeting', value: key })),
  )
  const rows = [sittings, items, actions, templates, stated, questions, rest].flat(3)
  const own = new Map<string, string>([
    [forum.key, 'FORUM'],
    [item.key, 'ITEM'],
    [sittings[0]?.key ?? '', 'MEETING'],
  ])
  const plain = (text: string) => [...own].reduce((said, [key, word]) => said.replaceAll(key, word), text)
  return rows
    .map(({ id: _id, version: _version, ...row }) => {
      const { key, hash: _hash, content: _content, order: _order, ...values } = row as Record<string, unknown>
      return plain(JSON.stringify({ ...values, key: String(key).endsWith('/question') ? 'QUESTION' : key }))
    })
    .toSorted()
    .join('\n')
}

const ways = [
  [lostAt, false],
  [lostAt, true],
  [killedAt, true],
] as const

describe.for(asked)('$name', ({ name, who = 'developmentLead', args }) => {
  const ask = (at: Beginning, given: object) => runAction(stand.work(who, given), name, args(at))

  test('asked again after each way an answer can be lost, ends as if it had been asked once', async () => {
    const whole = await aBeginning()
    await ask(whole, {})
    const wanted = await asItStands(whole)
    expect(wanted).toMatch(/Larmen/)
    let interruptions = 0
    for (const [interrupt, sent] of ways)
      for (let at = 1, reached = true; reached; at++) {
        const beginning = await aBeginning()
        const { store, reached: was } = interrupt(stand, at, { sent })
        const key = crypto.randomUUID()
        await ask(beginning, { key, store }).catch((error: unknown) => {
          if (interrupt === killedAt && !(error instanceof Killed)) throw error
        })
        reached = was()
        if (reached) interruptions++
        await ask(beginning, { key })
        expect(await asItStands(beginning)).toBe(wanted)
      }
    // Many rows at once go in a batch, which is not interrupted here.
    if (!['takeUp', 'orderAgenda', 'setAttendance', 'planMeetings'].includes(name))
      expect(interruptions).toBeGreaterThan(2)
  })
})

describe('what is put on an agenda while its minutes are sent', () => {
  const put: { says: string; ask: (given: object, at: Beginning) => Promise<unknown> }[] = [
    {
      says: 'taken up',
      ask: (given, { meeting }) =>
        runAction(stand.work('developmentLead', given), 'takeUp', {
          meeting: meeting.key,
          items: [{ key: `${meeting.key}-late`, title: 'Sent', kind: 'status', source: 'added' }],
        }),
    },
    {
      says: 'added',
      ask: (given, { meeting, forum }) =>
        runAction(stand.work('developmentLead', given), 'saveItem', {
          item: `${meeting.key}-late`,
          forum: forum.key,
          meeting: meeting.key,
          values: { title: 'Sent' },
        }),
    },
  ]

  test.for(put)('and is $says comes in time or is refused and kept on the backlog', async ({ ask }) => {
    const kept: boolean[] = []
    for (let reached = true; reached; ) {
      const beginning = await aBeginning()
      const { meeting } = beginning
      await inState(stand, meeting, { state: 'held' })
      const { store, reached: was } = meanwhileAt(stand, kept.length + 1, () =>
        inState(stand, meeting, { state: 'sent' }),
      )
      kept.push(
        await ask({ store }, beginning).then(
          () => true,
          () => false,
        ),
      )
      reached = was()
      const late = await stand.store.byKey(agendaItems, `${meeting.key}-late`)
      expect(late?.meeting !== undefined).toBe(kept.at(-1))
      if (late && !kept.at(-1)) expect(late.state).toBe('backlog')
    }
    // Only what was looked at again before the minutes were sent is kept: the last request of all.
    expect(kept.slice(0, -2)).not.toContain(true)
    expect(kept.slice(-2)).toEqual([true, true])
  })

  test('says that they are sent', async () => {
    const { meeting, forum } = await aBeginning()
    await inState(stand, meeting, { state: 'sent' })
    const late = stand.act('developmentLead', 'saveItem', {
      item: `${meeting.key}-late`,
      forum: forum.key,
      meeting: meeting.key,
      values: { title: 'Sent' },
    })
    expect(await refusalsOf(late)).toEqual([{ why: 'meeting', fault: 'sent' }])
  })
})
