/** The picture of minutes: everything they say, in an order that never varies. */
import { describe, expect, test } from 'vitest'
import type { PersonRow } from '#src/lists/organisation.ts'
import { agendaPicture } from '#src/rules/meetings/agendaPicture.ts'
import { canonical, sha256 } from '#src/rules/canonical.ts'
import { type MinutesParts, minutesPicture, provisionalParagraphs, readMinutes } from '#src/rules/minutes.ts'
import { aForum, aMeeting, anAction, anItem, attends } from '../fixtures/meetings.ts'
import { aPerson, homeCareManager, tree } from '../fixtures/organisation.ts'

const parts = (values: Partial<MinutesParts> = {}): MinutesParts => ({
  meeting: aMeeting(),
  forum: aForum(),
  tree,
  items: [anItem('second', { order: 2 }), anItem('first', { order: 1 })],
  attendance: [],
  actions: [],
  paragraphs: [],
  version: 1,
  today: '2024-10-18',
  ...values,
})

describe('what minutes say', () => {
  test('the organisation stands from the city down to the department', () => {
    expect(minutesPicture(parts()).organisation).toEqual([
      'city (organisation)',
      'elderly (administration)',
      'homeCare (department)',
    ])
  })

  test('items stand in the order of the agenda; what was left or waits is no part of it', () => {
    const picture = minutesPicture(
      parts({
        items: [
          anItem('c', { order: 3, state: 'treated' }),
          anItem('left', { order: 1, state: 'left' }),
          anItem('waits', { state: 'backlog' }),
          anItem('a', { order: 2 }),
        ],
        paragraphs: [
          { item: { key: 'c' }, number: 74 },
          { item: { key: 'a' }, number: 73 },
        ],
      }),
    )
    expect(picture.items.map(({ key, number, paragraph }) => [key, number, paragraph])).toEqual([
      ['a', 1, 73],
      ['c', 2, 74],
    ])
  })

  test('who was there stands by capacity and name, substitutes and parts included; absent by name only', () => {
    const picture = minutesPicture(
      parts({
        attendance: [
          attends('Örjan'),
          attends('Åke', { presence: 'absent' }),
          attends('Gäst', { capacity: 'guest', presence: 'part', part: ' § 11 ' }),
          attends('Sara', { capacity: 'secretary' }),
          attends('Zara', { capacity: 'substitute', standsInFor: aPerson('åke', 'Åke') }),
          attends('Ärna'),
          attends('Ordf', { capacity: 'chair' }),
        ],
      }),
    )
    expect(picture.present.map(({ person }) => person.name)).toEqual([
      'Ordf',
      'Sara',
      'Ärna',
      'Örjan',
      'Zara',
      'Gäst',
    ])
    expect(picture.present.at(-1)?.part).toBe('§ 11')
    expect(picture.present.at(-2)?.standsInFor).toEqual({ id: 'åke', name: 'Åke' })
    expect(picture.absent).toEqual([{ person: { id: 'åke', name: 'Åke' }, capacity: 'member' }])
  })

  test('whoever leaves for a conflict of interest is named, and who decides instead', () => {
    const [item] = minutesPicture(
      parts({
        items: [
          anItem('a', {
            order: 1,
            outcome: 'grant',
            wording: 'att\r\nbevilja  ',
            conflicted: [aPerson('b', 'Bo')],
            decidedBy: homeCareManager,
          }),
        ],
      }),
    ).items
    expect(item?.conflicted).toEqual([{ id: 'b', name: 'Bo' }])
    expect(item?.decision?.instead).toEqual(homeCareManager)
    expect(item?.decision?.wording).toBe('att\nbevilja')
  })

  test('material is numbered through the minutes, actions stand with their item, titles with their people', () => {
    const link = (name: string) => ({ name, url: `https://example.org/${name}` })
    const picture = minutesPicture(
      parts({
        items: [
          anItem('b', { order: 2, material: [link('c.docx')] }),
          anItem('a', { order: 1, material: [link('a.docx'), link('b.docx')] }),
        ],
        actions: [
          anAction('late', { item: { key: 'b', title: 'b' }, due: '2024-12-01' }),
          anAction('soon', { item: { key: 'b', title: 'b' } }),
          anAction('of none'),
        ],
        people: [{ person: aPerson('owner', 'Åsa Åtgärd'), jobTitle: 'Utvecklingsledare' } as PersonRow],
      }),
    )
    expect(picture.appendices.map(({ number, name, item }) => [number, name, item])).toEqual([
      [1, 'a.docx', 'a'],
      [2, 'b.docx', 'a'],
      [3, 'c.docx', 'b'],
    ])
    expect(picture.items[1]?.actions.map(({ title }) => title)).toEqual(['soon', 'late'])
    expect(picture.actions.map(({ title, owner }) => [title, owner.title])).toEqual([
      ['of none', 'Utvecklingsledare'],
    ])
  })

  test('only a protocol that is verified asks for verification', () => {
    const asks = (values: Parameters<typeof aMeeting>[0]) =>
      minutesPicture(parts({ meeting: aMeeting(values) })).verification
    expect([asks({}), asks({ verification: false }), asks({ minutesKind: 'notes' })]).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe('the hash of minutes', () => {
  const all = parts({
    items: [anItem('a', { order: 1 }), anItem('b', { order: 1 }), anItem('c', { order: 2 })],
    attendance: [
      attends('Anna'),
      attends('Bo'),
      attends('Bo', { key: 'another', person: aPerson('bo-2', 'Bo') }),
    ],
    actions: [anAction('x'), anAction('y')],
  })
  const hash = async (given: MinutesParts) => sha256(canonical(minutesPicture(given)))

  test('is the same in whatever order rows were read', async () => {
    const turned = {
      ...all,
      items: all.items.toReversed(),
      attendance: all.attendance.toReversed(),
      actions: all.actions.toReversed(),
    }
    expect(await hash(turned)).toBe(await hash(all))
  })

  test('is the same after the picture has been written down and read', async () => {
    const text = canonical(minutesPicture(all))
    expect(canonical(readMinutes(text))).toBe(text)
    expect(() => readMinutes('{"format":"other"}')).toThrow()
  })

  test('changes with a word of what was decided', async () => {
    const decided = (wording: string) => hash({ ...all, items: [anItem('a', { outcome: 'grant', wording })] })
    expect(await decided('att bevilja')).not.toBe(await decided('att avslå'))
  })
})

describe('provisional numbers', () => {
  test('go on after the last of the year, and an item that has one keeps it', () => {
    const items = [anItem('a', { order: 1 }), anItem('b', { order: 2 }), anItem('c', { order: 3 })]
    expect(
      provisionalParagraphs(items, [{ item: { key: 'b', title: '' }, number: 72 }], 72).map(
        ({ number, provisional }) => [number, provisional],
      ),
    ).toEqual([
      [73, true],
      [72, false],
      [74, true],
    ])
  })
})

describe('an agenda', () => {
  test('says when each item begins, from the start of the meeting and the minutes before it', () => {
    const { items } = agendaPicture({
      ...parts({
        meeting: aMeeting({ start: '13.50' }),
        items: [
          anItem('a', { order: 1, minutes: 15 }),
          anItem('b', { order: 2 }),
          anItem('c', { order: 3, minutes: 5 }),
        ],
      }),
    })
    expect(items.map(({ starts }) => starts)).toEqual(['13:50', '14:05', '14:05'])
  })

  test('says no times when the meeting has none', () => {
    const { items } = agendaPicture(parts({ meeting: aMeeting({ start: undefined }) }))
    expect(items.map(({ starts }) => starts)).toEqual([undefined, undefined])
  })
})
