/** A small bot for the chat page: it writes what a test asks for, and answers cards and searches as a test says. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { entraIdOf, installations } from '#scripts/demo/installation.ts'
import type { Tenant } from '#scripts/tenant/tenant.ts'

type Heard = { type: string; name?: string; text?: string; value?: unknown; locale?: string }

export type ChatBot = {
  id: string
  heard: Heard[]
  /** What is answered to an invoke; a number is a status with nothing else. */
  answer: (heard: Heard) => unknown
  /** Forgets what it was told and asked; gives the development lead's own chat with it, all of it read. */
  chatAnew(): Promise<string>
  /** Writes in a conversation through the connector. */
  write(conversation: string, activity: object): Promise<string>
  close(): void
}

const { apps, siteId } = installations.city
const lead = entraIdOf('p-012')

export async function startChatBot(tenant: Tenant, origin: string): Promise<ChatBot> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const heard = JSON.parse(Buffer.concat(chunks).toString()) as Heard
      bot.heard.push(heard)
      const body = heard.type === 'invoke' ? bot.answer(heard) : undefined
      response.writeHead(typeof body === 'number' ? body : 200, { 'content-type': 'application/json' })
      response.end(typeof body === 'object' ? JSON.stringify(body) : undefined)
    })
  })
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const endpoint = `http://127.0.0.1:${port}/api/messages`
  tenant.control.chat.register({ clientId: apps.bot, endpoint, name: 'Samstyr', siteId }, origin)
  const bot: ChatBot = {
    id: apps.bot,
    heard: [],
    answer: () => 501,
    async chatAnew() {
      const { chat } = tenant.control
      await chat.install(lead, apps.bot)
      const own = chat.conversations(lead).find(({ kind }) => kind === 'personal')?.id ?? ''
      chat.messages(own, lead)
      bot.heard.length = 0
      bot.answer = () => 501
      return own
    },
    async write(conversation, activity) {
      const path = `${origin}/connector/v3/conversations/${encodeURIComponent(conversation)}/activities`
      const response = await fetch(path, {
        method: 'POST',
        headers: { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' },
        body: JSON.stringify({ type: 'message', ...activity }),
      })
      if (!response.ok) throw new Error(`The connector answered ${response.status}`)
      return ((await response.json()) as { id: string }).id
    },
    close: () => server.close().closeAllConnections(),
  }
  const token = async () => {
    const response = await fetch(`${origin}/botframework.com/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: apps.bot,
        client_secret: tenant.control.credentials(apps.bot).clientSecret ?? '',
        scope: 'https://api.botframework.com/.default',
      }),
    })
    return ((await response.json()) as { access_token: string }).access_token
  }
  return bot
}

const CARD = 'application/vnd.microsoft.card.adaptive'

export const card = (text: string, more: object = {}): object => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text, wrap: true, style: 'heading' }],
  ...more,
})

export const withCard = (content: object): object => ({ attachments: [{ contentType: CARD, content }] })

/** The answer to a card's action. */
export const cardAnswer = (value: object): object => ({ statusCode: 200, type: CARD, value })
