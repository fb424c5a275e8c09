/** Every card there is, with the longest that people can write in it: to be measured, and looked at in a browser. */
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { actionItems } from '#src/lists/actionItems.ts'
import { decisions } from '#src/lists/decisions.ts'
import { verifications } from '#src/lists/minutes.ts'
import { people } from '#src/lists/organisation.ts'
import { type Sending, type SentLine, sendings } from '#src/lists/reminding.ts'
import type { Language } from '#bots/messages/messages.ts'
import { aForumThere, aMeetingThere, anItemThere } from '#test/fixtures/meetingStand.ts'
import { aNeed, aSharedNeed } from '#test/fixtures/needs.ts'
import type { Stand, Who } from '#test/fixtures/stand.ts'
import { talkingOn } from './talking.ts'

export interface Drawn {
  says: string
  card: IAdaptiveCard
}

/** As long as SharePoint lets a title be. */
const TITLE = 'Åtgärdsplan för överföring av ärendehandläggning '.repeat(6).slice(0, 250)
const TEXT = 'Här står en mycket lång motivering med många ord om vad som ska ske. '.repeat(120)

const line = (kind: SentLine['kind'], n: number, values: SentLine['values'], item = `x-${n}`): SentLine => ({
  key: `${kind}/${item}/2024-10-02/${n}`,
  kind,
  item: { key: item, title: TITLE },
  due: '2024-10-02',
  milestone: kind === 'meeting' ? 'notCarriedOut' : 'late',
  values: { number: 'ÄVO-2024-0123', ...values },
})

const lines = (): SentLine[] => [
  line('verify', 1, { meeting: 'm-x' }),
  line('decision', 2, { gate: 'BP3' }),
  line('report', 3, { month: '2024-09' }),
  line('action', 4, {}),
  line('agenda', 5, { day: '2024-10-08' }),
  line('moved', 6, { outcome: 'waitingList', stage: 'ready', decision: 'd-1' }),
  line('stalled', 7, { stage: 'preparation', days: 90 }),
  line('meeting', 8, { meeting: 'm-x' }),
  ...Array.from({ length: 60 }, (_, i) => line('report', 10 + i, { month: '2024-09' })),
]

/** All of them in one language. */
export async function everyCard(stand: Stand, language: Language): Promise<Drawn[]> {
  const talking = talkingOn(stand)
  const { messages } = talking
  const drawn: Drawn[] = []
  const keep = (says: string, card: IAdaptiveCard) => {
    drawn.push({ says: `${says} (${language})`, card })
    return card
  }
  const t = (sv: string, en: string) => (language === 'sv' ? sv : en)
  const open = async (says: string, who: Who, matter: object) =>
    keep(
      says,
      await messages.answer({
        verb: 'open',
        data: { matter, back: { to: 'mine' } },
        me: stand.person(who),
        language,
      }),
    )
  const press = async (says: string, who: Who, card: IAdaptiveCard, title: string, typed: object = {}) =>
    keep(says, await talking.press(who, card, title, typed, language))

  const sending = async (key: string, kind: Sending['kind'], own: SentLine[], waits?: number) => {
    const { item } = await stand.store.create(sendings, {
      key: `${key}-${language}`,
      claim: `${key}-${language}`,
      title: 'x',
      kind,
      day: '2024-10-01',
      state: 'sent',
      ...(kind === 'channel'
        ? { forum: { key: 'f-x', title: TITLE } }
        : { person: stand.person('director') }),
      lines: own,
      ...(waits !== undefined && { waits }),
    })
    const activity = messages.draw(item, { language } as never) as {
      attachments: { content: IAdaptiveCard }[]
    }
    const [attached] = activity.attachments
    if (!attached) throw new Error('Nothing was drawn')
    return keep(`${kind} ${key}`, attached.content)
  }

  const digest = await sending('long', 'digest', lines())
  keep('digest seen again', await talking.again('director', digest, language))
  keep("somebody else's", await talking.again('employee', digest, language))
  await sending('sum', 'digest', [], 412)
  for (const one of lines().slice(0, 8)) await sending(one.kind, 'urgent', [one])
  await sending('minutes', 'channel', [
    { ...line('meeting', 1, { meeting: 'm-x' }), milestone: 'minutesVerified' },
  ])
  await sending('ranking', 'channel', [{ ...line('meeting', 1, {}), milestone: 'rankingDecided' }])
  for (const milestone of ['rankingDecided', 'orderLaid', 'orderRaised'])
    await sending(milestone, 'urgent', [{ ...line('meeting', 1, {}), milestone }])

  const running = {
    title: TITLE,
    stage: 'delivery',
    stageSince: '2024-03-01',
    legal: 'yes',
    legalDay: '2024-09-01',
  } as const
  const project = await aNeed(stand, running)
  const green = 'green' as const
  const said = {
    economy: green,
    quality: green,
    time: green,
    scope: green,
    forecastKr: 9_000_000,
    risks: Array.from({ length: 9 }, () => ({ text: TEXT.slice(0, 250), level: 'high' as const })),
    next: TEXT.slice(0, 2000),
    changed: TEXT,
  }
  await stand.act('projectManager', 'sendReport', {
    initiative: project.key,
    month: '2024-08',
    explanation: TEXT,
    ...said,
  })
  const report = { kind: 'report', item: project.key, month: '2024-09' }
  const form = await open('report to fill in', 'projectManager', report)
  const typed = { ...said, changed: TEXT.slice(0, 2000), forecast: 'mycket' }
  await press(
    'report with an amount that is none',
    'projectManager',
    form,
    t('Skicka rapporten', 'Send the report'),
    typed,
  )
  const asked = await press(
    'report that is questioned',
    'projectManager',
    form,
    t('Skicka rapporten', 'Send the report'),
    { ...typed, forecast: '12 mnkr' },
  )
  await open('report of somebody else', 'employee', report)
  await press('report as it was sent', 'projectManager', asked, t('Skicka rapporten', 'Send the report'), {
    ...typed,
    forecast: '12 mnkr',
    explanation: TEXT.slice(0, 2000),
  })

  const ready = await aNeed(stand, { title: TITLE, need: TEXT, benefit: TEXT, stage: 'collection' })
  const gate = { kind: 'decision', item: ready.key, gate: 'BP1' }
  const deciding = await open('decision to make', 'homeCareManager', gate)
  await open('decision of somebody else', 'employee', gate)
  const reason = await press(
    'decision without its reason',
    'homeCareManager',
    deciding,
    t('Fatta beslutet', 'Make the decision'),
    { outcome: 'screenOut', wording: TEXT.slice(0, 2000) },
  )
  await press('decision that is made', 'homeCareManager', reason, t('Fatta beslutet', 'Make the decision'), {
    outcome: 'screenOut',
    grounds: TEXT.slice(0, 2000),
  })
  const shared = await aSharedNeed(stand, { title: TITLE })
  await open('decision of several', 'director', { kind: 'decision', item: shared.key, gate: 'BP3' })
  const lacking = await aNeed(stand, {
    title: TITLE,
    stage: 'preparation',
    stageSince: '2024-05-01',
    union: null,
    consequences: null,
  })
  await open('decision that lacks', 'homeCareManager', { kind: 'decision', item: lacking.key, gate: 'BP3' })

  const forum = await aForumThere(stand, { title: TITLE })
  const { item: action } = await stand.store.create(actionItems, {
    key: `action-${language}`,
    title: TITLE,
    owner: stand.person('developmentLead'),
    due: '2024-10-03',
    state: 'open',
    forum: { key: forum.key, title: forum.title },
    comment: TEXT,
  })
  for (let n = 0; n < 12; n++)
    await stand.store.create(people, {
      key: `same-${language}-${n}`,
      title: `Anna Andersson ${n}`,
      person: { id: `same-${language}-${n}`, name: `Anna Andersson ${n}` },
    })
  const doing = await open('action', 'developmentLead', { kind: 'action', item: action.key })
  await press(
    'action moved without a day',
    'developmentLead',
    doing,
    t('Spara ny dag', 'Save the new date'),
    {
      due: '',
      moveReason: TEXT.slice(0, 500),
    },
  )
  await press('action for one of many', 'developmentLead', doing, t('Lämna över', 'Hand over'), {
    name: 'anna',
    handReason: TEXT.slice(0, 500),
  })
  await press('action that is done', 'developmentLead', doing, t('Klar', 'Done'))

  const meeting = await aMeetingThere(stand, forum, { title: TITLE, place: 'Storsalen' })
  await open('agenda without items', 'developmentLead', { kind: 'agenda', item: meeting.key })
  for (let n = 0; n < 30; n++)
    await anItemThere(stand, { forum, meeting }, { title: `${n} ${TITLE}`.slice(0, 250), wording: TEXT })
  const agenda = await open('agenda', 'developmentLead', { kind: 'agenda', item: meeting.key })
  await press('agenda that is sent', 'developmentLead', agenda, t('Skicka dagordningen', 'Send the agenda'))

  const held = await aMeetingThere(stand, forum, { title: TITLE, state: 'sent', minutesVersion: 1 })
  for (let n = 0; n < 30; n++)
    await anItemThere(
      stand,
      { forum, meeting: held },
      { title: `${n} ${TITLE}`.slice(0, 250), state: 'treated', outcome: 'grant', wording: TEXT },
    )
  const asking = (key: string, who: Who, values: object = {}) =>
    stand.store.create(verifications, {
      key: `${held.key}/${key}`,
      claim: `${held.key}/${key}`,
      title: TITLE,
      meeting: { key: held.key, title: TITLE },
      edition: 1,
      hash: 'h'.repeat(64),
      person: stand.person(who),
      answer: 'asked',
      askedOn: '2024-10-01',
      ...values,
    })
  await asking('1', 'homeCareManager')
  await asking('2', 'employee', { answer: 'returned', comment: TEXT, answeredOn: '2024-10-01' })
  await asking('3', 'otherLead', { answer: 'approved', answeredOn: '2024-10-01' })
  const minutes = { kind: 'verify', item: held.key, meeting: held.key }
  const verifying = await open('minutes to verify', 'homeCareManager', minutes)
  await press(
    'minutes returned without a word',
    'homeCareManager',
    verifying,
    t('Skicka tillbaka', 'Send back'),
  )
  await open('minutes I returned', 'employee', minutes)
  await open('minutes I approved', 'otherLead', minutes)
  await open('minutes that are not mine', 'director', minutes)
  for (const told of ['agendaSent', 'meetingMoved', 'meetingCancelled', 'minutesReturned', 'notCarriedOut'])
    await open(`notice ${told}`, 'director', {
      kind: 'meeting',
      item: held.key,
      meeting: held.key,
      told,
      on: '2024-10-01',
    })

  await open('need that moved', 'homeCareManager', {
    kind: 'moved',
    item: ready.key,
    decision: (await lastDecisionOf(stand, ready.key)) ?? 'none',
  })
  const still = await open('need that stands still', 'homeCareManager', {
    kind: 'stalled',
    item: lacking.key,
  })
  await press('need that is answered', 'homeCareManager', still, t('Behövs fortfarande', 'Still needed'), {
    comment: TEXT.slice(0, 2000),
  })

  const me = stand.person('homeCareManager')
  keep('help', await messages.help(language))
  keep('unknown', await messages.help(language, '[x](https://evil.example) '.repeat(20)))
  keep('welcome', await messages.welcome('Åsa Öberg', language))
  keep('mine', await messages.mine(me, language))
  keep('nothing is mine', await messages.mine(stand.person('employee'), language))
  keep('reports', await messages.report(stand.person('projectManager'), language))
  keep('no reports', await messages.report(stand.person('employee'), language))
  keep('found', await messages.search('ärendehandläggning', me, language))
  keep('nothing found', await messages.search('finns inte alls', me, language))
  const settings = keep('settings', await messages.settings(me, language))
  await press('settings that are wrong', 'homeCareManager', settings, t('Spara', 'Save'), {
    wanted: 'report',
    pausedFrom: '2024-10-09',
    pausedTo: '2024-10-02',
  })
  await press('settings saved', 'homeCareManager', settings, t('Spara', 'Save'), { wanted: 'report,action' })
  for (const [i, { card }] of (await messages.hits('ärendehandläggning', me, language)).slice(0, 3).entries())
    keep(`hit ${i}`, card)
  const unfurled = await messages.unfurl(`https://x.example/meeting/${held.key}`, me, language)
  if (unfurled) keep('unfurled', unfurled.card)
  keep('what is not there', await messages.answer({ verb: 'nothing', data: {}, me, language }))
  return drawn
}

async function lastDecisionOf(stand: Stand, key: string): Promise<string | undefined> {
  const [first] = await stand.store.whereOf([decisions], { column: 'initiative', value: key })
  return first?.[0]?.key
}
