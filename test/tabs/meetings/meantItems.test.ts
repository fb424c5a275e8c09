/** An agenda as it was meant: what waits in the queue shows, also after the page has been opened anew. */
import { describe, expect, test } from 'vitest'
import type { AgendaItem } from '#src/lists/meetings.ts'
import { asMeant } from '#tabs/meetings/meantItems.ts'
import { aMeeting, anItem } from '../../fixtures/meetings.ts'

const meeting = aMeeting()
const forum = meeting.forum.key
const [locks, robots] = [
  anItem('locks', { title: 'Digitala lås', order: 1, proposal: 'att köpa', minutes: 10 }),
  anItem('robots', { title: 'Robotar', order: 2 }),
]
const left = anItem('left', { title: 'Lämnat', state: 'left' })

const meant = (...queue: { name: string; args: object }[]) =>
  asMeant([locks, robots, left], queue as never, meeting, (key) => `Initiativ ${key}`)
const said = (items: readonly AgendaItem[]) =>
  items
    .filter(({ state }) => state === 'agenda')
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .map(({ title }) => title)
const save = (item: string, values: object, at?: string) => ({
  name: 'saveItem',
  args: { item, forum, values, ...(at && { meeting: at }) },
})

describe('what waits', () => {
  test.for<{ says: string; queue: { name: string; args: object }[]; agenda: string[] }>([
    { says: 'nothing leaves the agenda as it is', queue: [], agenda: ['Digitala lås', 'Robotar'] },
    {
      says: 'another title',
      queue: [save('locks', { title: 'Nyckelfria lås' })],
      agenda: ['Nyckelfria lås', 'Robotar'],
    },
    {
      says: 'a new item, and then its order',
      queue: [
        save('new', { title: 'Nytt', order: 3 }, meeting.key),
        { name: 'orderAgenda', args: { meeting: meeting.key, items: ['new', 'robots', 'locks'] } },
      ],
      agenda: ['Nytt', 'Robotar', 'Digitala lås'],
    },
    {
      says: 'an order that doesn’t name all: the others come after',
      queue: [{ name: 'orderAgenda', args: { meeting: meeting.key, items: ['robots'] } }],
      agenda: ['Robotar', 'Digitala lås'],
    },
    { says: 'what was taken off', queue: [save('locks', { state: 'backlog' })], agenda: ['Robotar'] },
    { says: 'what was left', queue: [save('locks', { state: 'left' })], agenda: ['Robotar'] },
    {
      says: 'what was taken after all',
      queue: [save('left', { state: 'agenda', order: 9 })],
      agenda: ['Digitala lås', 'Robotar', 'Lämnat'],
    },
    { says: 'what was put on another agenda', queue: [save('locks', {}, 'm-other')], agenda: ['Robotar'] },
    {
      says: 'nothing of other meetings',
      queue: [
        save('x', { title: 'Annat' }, 'm-other'),
        { name: 'orderAgenda', args: { meeting: 'm-other', items: ['robots', 'locks'] } },
        { name: 'takeUp', args: { meeting: 'm-other', items: [{ key: 'y', title: 'Y' }] } },
        { name: 'noteItem', args: { item: 'locks', values: { notes: 'x' } } },
      ],
      agenda: ['Digitala lås', 'Robotar'],
    },
    {
      says: 'proposals that were taken; what stands there stays',
      queue: [
        {
          name: 'takeUp',
          args: {
            meeting: meeting.key,
            items: [
              { key: 'gate', title: 'BP1: Sensorer', kind: 'gate', source: 'gate', order: 3 },
              { key: 'locks', title: 'Ett annat namn', kind: 'gate', source: 'gate', order: 4 },
            ],
          },
        },
      ],
      agenda: ['Digitala lås', 'Robotar', 'BP1: Sensorer'],
    },
  ])('$says', ({ queue, agenda }) => {
    expect(said(meant(...queue))).toEqual(agenda)
  })

  test('empties what was emptied, and leaves the rest', () => {
    const [item] = meant(save('locks', { proposal: null, minutes: 20 }))
    expect(item).toMatchObject({ title: 'Digitala lås', minutes: 20 })
    expect(item && 'proposal' in item).toBe(false)
  })

  test('names the initiative of a proposal that was taken', () => {
    const items = [{ key: 'gate', title: 'BP1', kind: 'gate', source: 'gate', initiative: 'need-3' }]
    const taken = meant({ name: 'takeUp', args: { meeting: meeting.key, items } }).at(-1)
    expect(taken?.initiative).toEqual({ key: 'need-3', title: 'Initiativ need-3' })
  })
})
