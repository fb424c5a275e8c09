/** The chat of the host page: a bot’s messages and cards are read, answered and refreshed there. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { installations } from '#scripts/demo/installation.ts'
import { card, cardAnswer, type ChatBot, startChatBot, withCard } from './chatBot.ts'
import { setUpStand, type Stand } from './stand.ts'

let stand: Stand
let bot: ChatBot
let chat = ''

beforeAll(async () => {
  stand = await setUpStand()
  bot = await startChatBot(stand.tenant, stand.tenantOrigin)
}, 60_000)
afterAll(async () => {
  bot.close()
  await stand.close()
})
beforeEach(async () => {
  chat = await bot.chatAnew()
})
afterEach(() => stand.closePages())

const openChat = (more = '') => stand.openPage(`?tab=conversations${more}`)

describe('the chat', () => {
  test('is marked with what is unread, and opens from beside the tabs', async () => {
    const { page } = await stand.open()
    const entry = page.getByRole('link', { name: 'Chatt' })
    await entry.waitFor()
    await bot.write(chat, { text: 'Hej **du**' })
    await page.getByRole('link', { name: 'Chatt 1 oläst' }).click()
    const message = page.getByRole('article').last()
    await message.getByText('Hej du').waitFor()
    expect(await message.locator('strong').textContent()).toBe('du')
    await page.getByRole('link', { name: 'Chatt', exact: true }).waitFor()
    expect(await page.locator('#stage > iframe').count()).toBe(0)
    await page.getByRole('button', { name: 'Tillbaka' }).click()
    await page.waitForSelector('#stage > iframe')
  })

  test('takes what is written to the bot, in the language of the page', async () => {
    const page = await openChat('&locale=en-gb')
    await page.getByRole('textbox', { name: 'Write a message' }).fill('help <b>me</b>')
    await page.keyboard.press('Enter')
    await page.getByRole('article').last().getByText('help <b>me</b>').waitFor()
    await expect.poll(() => bot.heard.at(-1)).toMatchObject({ text: 'help <b>me</b>', locale: 'en-GB' })
    expect(await page.getByRole('textbox', { name: 'Write a message' }).inputValue()).toBe('')
  })

  test('shows nothing as more than text, and no card that runs anything', async () => {
    await bot.write(chat, {
      text: '<img src=x onerror="document.title=\'run\'"> [press](javascript:alert(1))',
    })
    const page = await openChat()
    const message = page.getByRole('article').last()
    await message.getByText('<img src=x').waitFor()
    expect(await message.locator('img, a').count()).toBe(0)
  })

  test('says so when the tenant does not answer, keeps what was written, and recovers', async () => {
    const page = await openChat()
    const field = page.getByRole('textbox', { name: 'Skriv ett meddelande' })
    await field.fill('Kept')
    await page.route('**/_control/chat/**', (route) => route.abort())
    await field.press('Enter')
    await page.getByText('Den lokala tenanten svarar inte.').waitFor()
    await expect.poll(() => field.inputValue()).toBe('Kept')
    await page.unroute('**/_control/chat/**')
    await page.getByText('Den lokala tenanten svarar inte.').waitFor({ state: 'hidden' })
    await field.press('Enter')
    await page.getByRole('article').last().getByText('Kept').waitFor()
  })

  test('takes the next message while one is on its way', async () => {
    const page = await openChat()
    const field = page.getByRole('textbox', { name: 'Skriv ett meddelande' })
    const { promise: released, resolve: release } = Promise.withResolvers<void>()
    await page.route('**/_control/chat/say', async (route) => {
      await released
      await route.continue()
    })
    await field.fill('One')
    await field.press('Enter')
    await expect.poll(() => field.inputValue()).toBe('')
    await field.fill('Other')
    release()
    await page.getByRole('article').last().getByText('One').waitFor()
    await field.press('Enter')
    await page.getByRole('article').last().getByText('Other').waitFor()
  })

  test('keeps what is being written in a card when another message comes', async () => {
    const field = { type: 'Input.Text', id: 'comment', label: 'Comment' }
    await bot.write(chat, withCard(card('A form', { body: [field] })))
    const page = await openChat()
    const comment = page.getByRole('textbox', { name: 'Comment' })
    await comment.fill('half a sen')
    await bot.write(chat, { text: 'Something else' })
    await page.getByText('Something else').waitFor()
    await page.keyboard.type('tence')
    expect(await comment.inputValue()).toBe('half a sentence')
  })
})

describe('a card', () => {
  const question = (more: object = {}) =>
    card('A question', {
      actions: [{ type: 'Action.Execute', title: 'Say yes', verb: 'yes', data: { item: 7 } }],
      ...more,
    })

  test('goes to the bot with what was pressed, and its answer stands in its place', async () => {
    await bot.write(chat, withCard(question()))
    bot.answer = () => cardAnswer(card('Answered: yes'))
    const page = await openChat()
    await page.getByRole('button', { name: 'Say yes' }).last().press('Enter')
    await page.getByRole('article').last().getByText('Answered: yes').waitFor()
    expect(bot.heard.at(-1)).toMatchObject({
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: 'yes', data: { item: 7 } }, trigger: 'manual' },
    })
    const focused = await page.evaluate('document.activeElement.textContent')
    expect(focused).toContain('Answered: yes')
  })

  test.for([
    { says: 'a fault of the bot', answer: 502 as unknown, said: 'Boten kunde inte svara (502).' },
    {
      says: 'an error',
      answer: { statusCode: 400, type: 'application/vnd.microsoft.error', value: { message: 'No item' } },
      said: 'Boten kunde inte svara (400). No item',
    },
    {
      says: 'a message',
      answer: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Noted' },
      said: 'Noted',
    },
  ])('says so when it is answered with $says', async ({ answer, said }) => {
    await bot.write(chat, withCard(question()))
    bot.answer = () => answer
    const page = await openChat()
    await page.getByRole('button', { name: 'Say yes' }).last().click()
    await page.getByRole('article').last().getByRole('status').getByText(said, { exact: true }).waitFor()
  })

  test('is refreshed when it is read, once', async () => {
    const refresh = { action: { type: 'Action.Execute', verb: 'open', data: {} } }
    await bot.write(chat, withCard(question({ refresh })))
    bot.answer = () => cardAnswer(card('As it stands today', { refresh }))
    const page = await openChat()
    await page.getByText('As it stands today').waitFor()
    await bot.write(chat, { text: 'And then' })
    await page.getByText('And then').waitFor()
    const asked = bot.heard.filter(({ name }) => name === 'adaptiveCard/action')
    expect(asked).toMatchObject([{ value: { trigger: 'automatic', action: { verb: 'open' } } }])
  })

  test('with a form that is submitted tells the bot what was filled in, without a word', async () => {
    const field = { type: 'Input.Text', id: 'comment', label: 'Remark' }
    const actions = [{ type: 'Action.Submit', title: 'Submit', data: { item: 7 } }]
    await bot.write(chat, withCard(card('A form', { body: [field], actions })))
    const page = await openChat()
    await page.getByRole('textbox', { name: 'Remark' }).fill('good')
    const before = await page.getByRole('article').count()
    await page.getByRole('button', { name: 'Submit' }).click()
    await expect.poll(() => bot.heard.at(-1)).toMatchObject({ value: { item: 7, comment: 'good' } })
    expect(await page.getByRole('article').count()).toBe(before)
  })

  test('leads to a page of the app, within the host', async () => {
    const context = encodeURIComponent('{"subEntityId":"/initiative/7"}')
    const url = `https://teams.microsoft.com/l/entity/${installations.city.teamsApp.catalogId}/portfolio?context=${context}`
    await bot.write(
      chat,
      withCard(card('Read', { actions: [{ type: 'Action.OpenUrl', title: 'Open', url }] })),
    )
    const page = await openChat()
    await page.getByRole('link', { name: 'Open', exact: true }).last().click()
    await page.waitForSelector('#stage > iframe')
    const shown = new URL(page.url()).searchParams
    expect([shown.get('tab'), shown.get('sub')]).toEqual(['portfolio', '/initiative/7'])
  })
})

describe('the bot', () => {
  test('is removed, installed again and blocked by the person', async () => {
    const page = await openChat()
    await page.getByRole('button', { name: 'Avinstallera' }).click()
    await page.getByText('Boten är inte installerad här').waitFor()
    await page.getByRole('button', { name: 'Installera', exact: true }).click()
    await page.getByRole('button', { name: 'Blockera', exact: true }).click()
    await page.getByText('Boten är blockerad').waitFor()
    await expect(bot.write(chat, { text: 'Hello?' })).rejects.toThrow('403')
    await page.getByRole('button', { name: 'Häv blockering' }).click()
    await page.getByRole('button', { name: 'Blockera', exact: true }).waitFor()
    const told = bot.heard.filter(({ type }) => type === 'installationUpdate')
    expect(told).toMatchObject([{ action: 'remove' }, { action: 'add' }])
  })

  test('is not offered where there is none', async () => {
    const { page } = await stand.open('?site=region')
    expect(await page.locator('#chatEntry').isHidden()).toBe(true)
  })
})
