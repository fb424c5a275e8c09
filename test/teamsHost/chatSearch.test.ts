/** The chat of the host page: the search of the app, links shown as cards, and the page for everyone. */
import type { Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { installations } from '#scripts/demo/installation.ts'
import { card, type ChatBot, startChatBot, withCard } from './chatBot.ts'
import { faultsIn } from './faults.ts'
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

describe('the search of the app', () => {
  const hit = (title: string) => ({
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: card(`The card of ${title}`),
    preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title, text: 'About' } },
  })
  const results = (...titles: string[]) => ({
    composeExtension: { type: 'result', attachmentLayout: 'list', attachments: titles.map(hit) },
  })

  test('finds cards, and one of them is sent with a message', async () => {
    bot.answer = ({ name, value }) => {
      if (name !== 'composeExtension/query') return 501 // a card of before, seen again
      const [{ value: text } = { value: '' }] = (value as { parameters: { value: string }[] }).parameters
      return text === 'alarm' ? results('Alarms', 'More alarms') : results('Newest')
    }
    const page = await openChat()
    await page.getByRole('button', { name: 'Sök i Samstyr' }).click()
    const dialog = page.getByRole('dialog', { name: 'Sök i Samstyr' })
    await dialog.getByRole('button', { name: 'Newest About' }).waitFor()
    await dialog.getByRole('searchbox', { name: 'Sökord' }).fill('alarm')
    await page.keyboard.press('Enter')
    await dialog.getByText('2 träffar').waitFor()
    expect(await faultsIn(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Alarms About', exact: true }).click()
    await page.getByRole('region', { name: 'Kort som skickas med' }).getByText('The card of Alarms').waitFor()
    await page.keyboard.type('See this')
    await page.keyboard.press('Enter')
    const sent = page.getByRole('article').last()
    await sent.getByText('The card of Alarms').waitFor()
    await sent.getByText('See this').waitFor()
    expect(await page.getByRole('region', { name: 'Kort som skickas med' }).isHidden()).toBe(true)
    expect(bot.heard.find(({ name }) => name === 'composeExtension/query')).toMatchObject({
      value: { commandId: 'search', parameters: [{ name: 'initialRun', value: 'true' }] },
    })
  })

  test('says so when nothing is found, and when there is no answer', async () => {
    bot.answer = () => results()
    const page = await openChat()
    await page.getByRole('button', { name: 'Sök i Samstyr' }).click()
    const field = page.getByRole('searchbox', { name: 'Sökord' })
    await field.fill('zeppelin')
    await page.keyboard.press('Enter')
    await page.getByText('Inga träffar.').waitFor()
    bot.answer = () => 503
    await page.keyboard.press('Enter')
    await page.getByText('Boten kunde inte svara (503).').waitFor()
  })

  test('shows a link to a page of ours as its card, which may be taken away', async () => {
    bot.answer = () => results('Linked')
    const page = await openChat()
    const link = `${stand.host.origin}/?site=city&tab=portfolio&sub=%2Finitiative%2F7`
    await paste(page, 'https://example.org/')
    await paste(page, link)
    const attached = page.getByRole('region', { name: 'Kort som skickas med' })
    await attached.getByText('The card of Linked').waitFor()
    const asked = bot.heard.filter(({ name }) => name === 'composeExtension/queryLink')
    const { catalogId } = installations.city.teamsApp
    const context = encodeURIComponent('{"subEntityId":"/initiative/7"}')
    expect(asked.map(({ value }) => value)).toEqual([
      { url: `https://teams.microsoft.com/l/entity/${catalogId}/portfolio?context=${context}` },
    ])
    await attached.getByRole('button', { name: 'Ta bort kortet' }).click()
    expect(await attached.isHidden()).toBe(true)
    expect(await page.getByRole('textbox', { name: 'Skriv ett meddelande' }).inputValue()).toContain(link)
  })

  /** As a person does: the text comes into the field, and the page hears of it first. */
  const paste = async (page: Page, text: string) => {
    await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text)
    await page.getByRole('textbox', { name: 'Skriv ett meddelande' }).press('Control+V')
  }
})

describe('the chat is for everyone', () => {
  const full = card('Everything', {
    body: [
      {
        type: 'TextBlock',
        text: 'A card with a rather long heading that has to break somewhere',
        wrap: true,
      },
      { type: 'Input.Text', id: 'comment', label: 'Comment', isMultiline: true },
    ],
    actions: ['One action', 'Another longer action', 'A third'].map((title) => ({
      type: 'Action.Execute',
      title,
      verb: 'v',
    })),
  })

  test.each(['default', 'dark', 'contrast'])('no accessibility faults in the %s theme', async (theme) => {
    await bot.write(chat, withCard(full))
    const page = await openChat(`&theme=${theme}`)
    await page.getByRole('button', { name: 'One action' }).last().waitFor()
    expect(await faultsIn(page)).toEqual([])
  })

  test('a phone shows the list, then the conversation, without sideways scroll', async () => {
    await bot.write(chat, withCard(full))
    const page = await openChat()
    await page.getByRole('button', { name: 'One action' }).last().waitFor()
    await page.getByRole('textbox', { name: 'Skriv ett meddelande' }).fill('Half written')
    await page.setViewportSize({ width: 320, height: 640 })
    await page.getByRole('link', { name: 'Alla konversationer' }).waitFor()
    expect(await page.getByRole('textbox', { name: 'Skriv ett meddelande' }).inputValue()).toBe(
      'Half written',
    )
    await page.reload()
    await page.getByRole('button', { name: 'One action' }).last().waitFor()
    expect(await faultsIn(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    expect(await page.evaluate("document.querySelector('#log').scrollWidth")).toBeLessThanOrEqual(320)
    await page.getByRole('link', { name: 'Alla konversationer' }).click()
    await page.getByRole('heading', { name: 'Konversationer' }).waitFor()
    expect(await faultsIn(page)).toEqual([])
    await page.getByRole('link', { name: 'Samstyr Personlig chatt' }).click()
    await page.getByRole('button', { name: 'One action' }).last().waitFor()
  })
})
