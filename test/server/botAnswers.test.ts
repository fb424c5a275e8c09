/** What the bot answers people in Teams, whom it reaches, and that it welcomes each once. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Address, addresses } from '#src/lists/reminding.ts'
import { installation } from '#scripts/demo/installation.ts'
import { setUpStand, type Stand } from '#test/fixtures/stand.ts'
import { BOT, type BotStand, setUpBot } from './bot.ts'

let stand: Stand
let bot: BotStand
beforeAll(async () => {
  stand = await setUpStand('city')
  bot = await setUpBot(stand, { servers: 3 })
}, 60_000)
afterAll(async () => {
  await bot.close()
  await stand.close()
})

const chats = () => stand.tenant.control.chat
const welcomesTo = (person: string) =>
  chats()
    .conversations(person)
    .filter(({ kind }) => kind === 'personal')
    .flatMap(({ id }) => chats().messages(id, person))
    .filter(({ from }) => from === 'bot').length

test.each([
  { says: 'help in Swedish', text: 'hjälp', answer: 'Det här kan du fråga mig' },
  { says: 'help in English', text: 'Help', locale: 'en-GB', answer: 'What you can ask me' },
  { says: 'what waits', text: '/mina', answer: 'väntar på dig' },
  { says: 'what waits, by a mention', text: '<at>Samstyr</at> mina.', answer: 'väntar på dig' },
  { says: 'reports', text: 'rapportera', answer: 'Statusrapport' },
  { says: 'settings', text: 'inställningar', answer: 'Mina påminnelser' },
  { says: 'a search', text: 'sök larm', answer: 'larm' },
  { says: 'a search for nothing yet', text: 'sök', answer: 'Skriv vad du söker' },
  { says: 'words that are no command', text: 'vad kostar fiber?', answer: 'vad kostar fiber' },
])('$says is answered', async ({ text, locale, answer }) => {
  const chat = await bot.chatOf('projectManager')
  const answers = await chat.say(text, locale)
  expect(answers).toHaveLength(1)
  expect(answers[0]).toContain(answer)
})

test('whoever the bot has come to is reached, in the language of their Teams, and no more when it is taken away', async () => {
  const { id } = stand.person('officeManager')
  const chat = await bot.chatOf('officeManager', 'en-GB')
  expect(await bot.addressOf(id)).toMatchObject({
    state: 'reachable',
    conversation: chat.conversation,
    serviceUrl: expect.stringContaining(stand.origin),
    language: 'en',
    tenant: expect.any(String),
    person: stand.person('officeManager'),
  })
  await chat.say('hjälp', 'sv-SE')
  expect((await bot.addressOf(id))?.language).toBe('sv')
  await chats().uninstall(id, BOT)
  expect((await bot.addressOf(id))?.state).toBe('removed')
  await chats().install(id, BOT)
  expect((await bot.addressOf(id))?.state).toBe('reachable')
  expect(welcomesTo(id)).toBe(2)
})

test('what Teams doesn’t tell is asked for, or left as it is known', async () => {
  const { id, name } = stand.person('nursingManager')
  const known = await bot.activityOf('nursingManager', { from: { id: `29:${id}`, aadObjectId: id } })
  const silent = { ...known, locale: undefined, entities: [] }
  await stand.store.change(addresses, (await bot.addressOf(id)) as Address, {
    title: id,
    language: 'en',
    welcomed: false,
    state: 'removed',
  })
  const added = { ...silent, type: 'installationUpdate', action: 'add' }
  await chats().raw({ bot: BOT, activity: added })
  expect(await bot.addressOf(id)).toMatchObject({ title: name, language: 'en', state: 'reachable' })
  const [conversation] = chats().conversations(id)
  expect(
    JSON.stringify(
      chats()
        .messages(conversation?.id ?? '', id)
        .at(-1),
    ),
  ).toContain('Welcome')
})

test('what the bot has nothing to say about is heard in silence', async () => {
  const { id } = stand.person('director')
  const { conversation } = await bot.chatOf('director')
  const said = () => chats().messages(conversation, id).length
  const before = said()
  const reaction = await bot.activityOf('director', {
    type: 'messageReaction',
    reactionsAdded: [{ type: 'like' }],
  })
  expect((await chats().raw({ bot: BOT, activity: reaction })).status).toBe(200)
  expect(said()).toBe(before)
})

test('a card that is seen in another conversation moves nobody there', async () => {
  const { id } = stand.person('director')
  const { conversation } = await bot.chatOf('director')
  const value = { action: { type: 'Action.Execute', verb: 'mine', data: {} }, trigger: 'automatic' }
  const elsewhere = {
    id: '19:a_b@unq.gbl.spaces',
    conversationType: 'personal',
    tenantId: installation.tenantId,
  }
  const activity = { type: 'invoke', name: 'adaptiveCard/action', value, conversation: elsewhere }
  await chats().raw({ bot: BOT, activity: await bot.activityOf('director', activity) })
  expect((await bot.addressOf(id))?.conversation).toBe(conversation)
})

test('several servers that hear of somebody at once welcome them once, and others later not at all', async () => {
  const { id } = stand.person('employee')
  const again = await bot.activityOf('employee', { type: 'installationUpdate', action: 'add' })
  await Promise.all(Array.from({ length: 6 }, () => chats().raw({ bot: BOT, activity: again })))
  const restarted = await setUpBot(stand)
  await chats().raw({ bot: BOT, activity: again })
  await restarted.close()
  bot.take()
  expect(welcomesTo(id)).toBe(1)
  const rows = await stand.store.where(addresses, { column: 'claim', value: id })
  expect(rows).toMatchObject([{ welcomed: true }])
})

const saidTo = (conversation: string, person: string) =>
  chats()
    .messages(conversation, person)
    .filter(({ from }) => from === 'bot').length

test('a message that Teams sends again is answered once, whichever server hears it, and by one that has just started', async () => {
  const { id } = stand.person('projectManager')
  const { conversation } = await bot.chatOf('projectManager')
  const activity = await bot.activityOf('projectManager', { text: 'hjälp', id: '1700000000001' })
  const before = saidTo(conversation, id)
  await Promise.all(Array.from({ length: 6 }, () => chats().raw({ bot: BOT, activity })))
  const restarted = await setUpBot(stand)
  await chats().raw({ bot: BOT, activity })
  expect(saidTo(conversation, id) - before).toBe(1)
  await chats().raw({ bot: BOT, activity: { ...activity, id: '1700000000002' } })
  expect(saidTo(conversation, id) - before).toBe(2)
  await restarted.close()
  bot.take()
})

test('so many messages are remembered, and no more', async () => {
  const { id } = stand.person('director')
  const { conversation } = await bot.chatOf('director')
  for (let n = 0; n < 12; n++)
    await chats().raw({
      bot: BOT,
      activity: await bot.activityOf('director', { text: 'hjälp', id: `17${n}` }),
    })
  expect((await bot.addressOf(id))?.heard).toEqual(
    Array.from({ length: 10 }, (_, i) => `17${i + 2} ${conversation}`),
  )
})

test('what somebody writes in two places in the same millisecond is answered in both', async () => {
  const { id } = stand.person('projectManager')
  const { conversation } = await bot.chatOf('projectManager')
  const channel = await chats().addToChannel(BOT, { name: 'Samtidigt', team: 'Samstyrning' }, id)
  const before = saidTo(channel, id) + saidTo(conversation, id)
  const activity = await bot.activityOf('projectManager', { text: 'hjälp', id: '1700000000009' })
  const place = { id: channel, conversationType: 'channel', isGroup: true }
  await chats().raw({ bot: BOT, activity })
  await chats().raw({ bot: BOT, activity: { ...activity, conversation: place } })
  expect(saidTo(channel, id) + saidTo(conversation, id) - before).toBe(2)
})

test('a message that could not be noted is answered all the same', async () => {
  const { id } = stand.person('officeManager')
  const { conversation } = await bot.chatOf('officeManager')
  const before = saidTo(conversation, id)
  const activity = await bot.activityOf('officeManager', { text: 'hjälp' })
  const list = stand.store.site.listIds[addresses.name] ?? ''
  stand.tenant.control.setFaults([{ match: { method: 'PATCH', path: list }, times: 1, status: 500 }])
  await chats().raw({ bot: BOT, activity })
  stand.tenant.control.setFaults([])
  expect(saidTo(conversation, id) - before).toBe(1)
})

test('whoever waits for an answer sees that it is being written, between two and not in a channel', async () => {
  const { id: person } = stand.person('nursingManager')
  const { conversation } = await bot.chatOf('nursingManager')
  const channel = await chats().addToChannel(BOT, { name: 'Skriver', team: 'Samstyrning' }, person)
  const shown = (of: string) =>
    chats()
      .conversations(person)
      .find(({ id }) => id === of)
  stand.tenant.control.setFaults([{ match: { method: 'GET', path: '/lists/' }, times: 40, delayMs: 900 }])
  const answered = Promise.all(
    [conversation, channel].map((place) =>
      chats().say({ person, conversation: place, text: '@Samstyr mina' }),
    ),
  )
  await expect.poll(() => shown(conversation)?.isTyping).toBe(true)
  expect(shown(channel)?.isTyping).toBe(false)
  stand.tenant.control.setFaults([])
  await answered
  expect(shown(conversation)?.isTyping).toBe(false)
})

test.each([
  { says: 'is refused', fault: { status: 429, retryAfter: 1 }, typesAfter: false },
  // Longer than the answer takes on any machine.
  { says: 'is held up', fault: { delayMs: 8000 }, typesAfter: true },
])('an answer comes though the sign that it is being written $says', async ({ fault, typesAfter }) => {
  const { id: person } = stand.person('nursingManager')
  const chat = await bot.chatOf('nursingManager')
  const isTyping = () =>
    chats()
      .conversations(person)
      .find(({ id }) => id === chat.conversation)?.isTyping
  stand.tenant.control.setFaults([
    { match: { method: 'POST', path: '/connector/' }, times: 1, ...fault },
    { match: { method: 'GET', path: '/lists/' }, times: 40, delayMs: 900 },
  ])
  const answers = await chat.say('mina')
  stand.tenant.control.setFaults([])
  expect(answers).toHaveLength(1)
  expect(answers[0]).toContain('Väntar på dig')
  // A sign that comes after the answer has not been waited for.
  await expect.poll(isTyping).toBe(typesAfter)
})
