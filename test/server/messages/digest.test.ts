/** The day's reminders as a card: grouped, ten at most, each line opening its own form, and true when it is seen again. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Sending, type SendingDraft, type SentLine, sendings } from '#src/lists/reminding.ts'
import { aForumThere, aMeetingThere } from '#test/fixtures/meetingStand.ts'
import { aNeed } from '#test/fixtures/needs.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'
import { buttonOf, buttonsOf, type Talking, talkingOn, textOf } from './talking.ts'

let stand: Stand
let talking: Talking
let made = 0
beforeAll(async () => {
  stand = await setUpStand('city')
})
afterAll(() => stand.close())
beforeEach(() => {
  talking = talkingOn(stand)
})

const aLine = (kind: SentLine['kind'], values: Partial<SentLine> = {}): SentLine => ({
  key: `${kind}/x-${++made}/2024-10-02/soon`,
  kind,
  item: { key: `x-${made}`, title: `Sak ${made}` },
  due: '2024-10-02',
  milestone: 'soon',
  values: {},
  ...values,
})

async function claimed(lines: SentLine[], values: Partial<SendingDraft> = {}): Promise<Sending> {
  const claim = `digest/${++made}`
  const { item } = await stand.store.create(sendings, {
    key: claim,
    claim,
    title: 'x',
    kind: 'digest',
    day: '2024-10-01',
    person: stand.person('projectManager'),
    state: 'waiting',
    lines,
    ...values,
  })
  return item
}

function drawn(sending: Sending, language: 'sv' | 'en' = 'sv'): IAdaptiveCard {
  const activity = talking.messages.draw(sending, { language } as never) as {
    type: string
    text?: string
    summary: string
    attachments: { contentType: string; content: IAdaptiveCard }[]
  }
  const [attached] = activity.attachments
  if (activity.type !== 'message' || activity.text !== undefined || !attached)
    throw new Error('It is no message of one card')
  expect(activity.summary).not.toBe('')
  return attached.content
}

test('lines stand by what is to be done, in order, with their reasons', async () => {
  const card = drawn(
    await claimed([
      aLine('verify', { values: { meeting: 'm-1' } }),
      aLine('report', { values: { number: 'T-1', month: '2024-09' } }),
      aLine('action'),
    ]),
  )
  const text = textOf(card).split('\n')
  expect([text[0], text.filter((one) => /^(Svara|Rapportera|Gör klart)$/.test(one))]).toEqual([
    'Påminnelser tisdag 1 oktober',
    ['Svara', 'Rapportera', 'Gör klart'],
  ])
  expect(text).toContain('Statusrapport för september 2024, senast 2 okt.')
})

test('ten lines are shown, and the rest is told of', async () => {
  const card = drawn(await claimed(Array.from({ length: 13 }, () => aLine('action'))))
  expect(textOf(card).match(/^Sak \d+$/gm)).toHaveLength(10)
  expect(textOf(card)).toContain('… och 3 till på Hem.')
  expect(buttonsOf(card)).toEqual(['Öppna Hem'])
})

test('what waited before reminders began is a sum', async () => {
  const card = drawn(await claimed([], { waits: 41 }))
  expect(textOf(card)).toContain(
    '41 saker väntade på dig redan när påminnelserna började. Du ser dem på Hem. Härefter påminner jag bara om det som är nytt.',
  )
})

test('in English for whoever reads English', async () => {
  const card = drawn(await claimed([aLine('action')]), 'en')
  expect([card.lang, textOf(card).split('\n')]).toEqual([
    'en',
    [
      'Reminders, Tuesday 1 October',
      'Get done',
      expect.stringMatching(/^Sak/),
      'Your action is due 2 Oct.',
      'Answer ›',
    ],
  ])
})

test('a line opens its own form, which leads back', async () => {
  const initiative = await aNeed(stand, { stage: 'delivery', stageSince: '2024-03-01' })
  const sending = await claimed([
    aLine('report', { item: initiative, values: { number: initiative.number, month: '2024-09' } }),
  ])
  const digest = drawn(sending)
  const form = await talking.press('projectManager', digest, new RegExp(initiative.title))
  expect(textOf(form)).toContain('Statusrapport september 2024')
  const green = { economy: 'green', quality: 'green', time: 'green' }
  const sent = await talking.press('projectManager', form, 'Skicka rapporten', green)
  const back = await talking.press('projectManager', sent, 'Tillbaka till listan')
  expect(textOf(back)).toContain('✓ Rapporterad')
  expect(textOf(await talking.again('projectManager', digest))).toContain('✓ Rapporterad')
})

test('an old message shows how everything in it stands today', async () => {
  const forum = await aForumThere(stand)
  const refOf = ({ key, title }: { key: string; title: string }) => ({ key, title })
  const meeting = await aMeetingThere(stand, forum, { agendaSentOn: '2024-10-01' })
  const waits = await aMeetingThere(stand, forum)
  const need = await aNeed(stand)
  await stand.act('homeCareManager', 'decideGate', {
    initiative: need.key,
    gate: 'BP1',
    outcome: 'goOn',
    wording: 'Går vidare.',
  })
  const still = await aNeed(stand, { stageSince: '2024-07-01' })
  await stand.act('homeCareManager', 'answerNeed', { initiative: still.key, answer: 'needed' })
  const sending = await claimed(
    [
      aLine('agenda', { item: refOf(meeting), values: { day: meeting.day } }),
      aLine('agenda', { item: refOf(waits), values: { day: waits.day } }),
      aLine('decision', {
        item: refOf(need),
        due: '2024-10-01',
        values: { gate: 'BP1', number: need.number },
      }),
      aLine('action', { item: { key: 'gone', title: 'Borta' } }),
      aLine('stalled', { item: refOf(still), due: '2024-07-01', values: { stage: 'collection', days: 92 } }),
    ],
    { person: stand.person('homeCareManager') },
  )
  const text = textOf(await talking.again('homeCareManager', drawn(sending)))
  expect(text.match(/✓ .*|\S+ ›/g)).toEqual([
    '✓ Beslutat',
    '✓ Gäller inte längre',
    '✓ Skickad',
    'Skicka ›',
    '✓ Besvarat',
  ])
})

test("somebody else's message is shown to nobody, whatever a card asks for", async () => {
  const card = drawn(await claimed([aLine('action', { item: { key: 'a', title: 'Hemligt' } })]))
  const text = textOf(await talking.again('employee', card))
  expect(text).toContain('till någon annan')
  expect(text).not.toContain('Hemligt')
})

test('one matter by itself opens as its own form when it is seen', async () => {
  const initiative = await aNeed(stand, { stage: 'delivery', stageSince: '2024-03-01' })
  const line = aLine('report', {
    item: { key: initiative.key, title: initiative.title },
    values: { number: initiative.number, month: '2024-09' },
  })
  const card = drawn(await claimed([line], { kind: 'urgent' }))
  expect(buttonOf(card, 'Rapportera').verb).toBe('open')
  expect(buttonsOf(await talking.again('projectManager', card))).toContain('Skicka rapporten')
})

test('a channel is told that minutes are verified, with a link and nothing to answer', async () => {
  const line = aLine('meeting', {
    item: { key: 'm-1', title: 'SD HT 2024-10-08' },
    milestone: 'minutesVerified',
    values: { meeting: 'm-1', by: 'Åsa' },
  })
  const { person: _, ...channel } = await claimed([line], {
    kind: 'channel',
    forum: { key: 'f-1', title: 'Strategisk dialog' },
  })
  const card = drawn(channel)
  expect(textOf(card).split('\n')).toEqual([
    'Protokollet är justerat.',
    'SD HT 2024-10-08',
    'Strategisk dialog',
  ])
  expect([card.actions?.map(({ type }) => type), card.refresh]).toEqual([['Action.OpenUrl'], undefined])
})

test('a channel is told that a ranking is decided, with a link to it as it stood', async () => {
  const line = aLine('meeting', {
    item: { key: 'r-1', title: 'Portföljledning 2027' },
    milestone: 'rankingDecided',
    values: { by: 'Åsa' },
  })
  const { person: _, ...channel } = await claimed([line], {
    kind: 'channel',
    forum: { key: 'f-1', title: 'Portföljledning' },
  })
  const card = drawn(channel)
  expect(textOf(card).split('\n')).toEqual([
    'Rangordningen är beslutad.',
    'Portföljledning 2027',
    'Portföljledning',
  ])
  expect(card.actions).toMatchObject([
    { title: 'Öppna rangordningen', url: expect.stringMatching(/prioritise/) as string },
  ])
})

test('a line of another time is shown without a form', async () => {
  const card = drawn(await claimed([aLine('report', { values: { month: 'mars' } })]))
  expect(textOf(card)).toContain('Sak')
  expect(() => buttonOf(card, /Sak/)).toThrow('No button')
})
