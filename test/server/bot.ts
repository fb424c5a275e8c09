/** The real bot on ports of its own, in the tenant's Teams: several servers of it where they are to be told apart from one. */
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import pino from 'pino'
import { type Address, addresses } from '#src/lists/reminding.ts'
import { businessDay } from '#src/businessDay.ts'
import { readConfig } from '#src/config.ts'
import { serverGraph } from '#src/graph/appTokens.ts'
import { type Bot, createBot } from '#bots/bot/createBot.ts'
import { actionRunner } from '#bots/runner.ts'
import { installation } from '#scripts/demo/installation.ts'
import type { Stand, Who } from '#test/fixtures/stand.ts'

export const BOT = installation.apps.bot
export const TAB_DOMAIN = 'samstyr.example.org'

export interface BotStand {
  bots: Bot[]
  /** What has been logged, oldest first. */
  logged: { msg: string; [more: string]: unknown }[]
  /** The person's own chat with the bot, which has been installed for them; all that it said there is forgotten. */
  chatOf: (who: Who, locale?: string) => Promise<Chat>
  addressOf: (claim: string) => Promise<Address | undefined>
  /** An activity as Teams sends it from the person's own chat. */
  activityOf: (who: Who, more?: object) => Promise<Record<string, unknown>>
  /** Teams sends to these servers again, and no more to those set up since. */
  take: () => void
  close: () => Promise<void>
}

export interface Chat {
  conversation: string
  /** The cards that the bot has answered with, as text. */
  say: (text: string, locale?: string) => Promise<string[]>
  /** Presses a button: what the bot answers. */
  press: (verb: string, data: object) => Promise<{ status: number; body: unknown }>
  invoke: (name: string, value: unknown) => Promise<{ status: number; body: unknown }>
}

/** `entraId`: of the application that the app's manifest names, which may install it for people. */
export async function setUpBot(stand: Stand, { servers = 1, entraId = BOT } = {}): Promise<BotStand> {
  const config = readConfig({ ...stand.environment, TAB_DOMAIN })
  const logged: BotStand['logged'] = []
  const logger = pino({}, { write: (line: string) => void logged.push(JSON.parse(line) as never) })
  const today = businessDay(config)
  const graph = serverGraph(config, { longestWait: 5 })
  const { site } = stand
  const run = actionRunner({ graph, site, today, logger })
  const of = { config: { ...config, BOT_CLIENT_ID: BOT }, graph, site, today, run, logger }
  const bots = await Promise.all(Array.from({ length: servers }, () => createBot(of)))
  // As behind a balancer: each call to the next.
  let next = 0
  const apps = bots.map(({ routes }) => express().use('/api/messages', routes))
  const server = await listening((request, response) => apps[next++ % servers]?.(request, response))
  const { port } = server.address() as AddressInfo
  const { chat } = stand.tenant.control
  const endpoint = `http://127.0.0.1:${port}/api/messages`
  const { id: appId, catalogId } = installation.teamsApp
  const take = () =>
    void chat.register({ clientId: BOT, name: 'Samstyr', endpoint, appId, catalogId, entraId }, stand.origin)
  take()

  const addressOf: BotStand['addressOf'] = async (claim) =>
    (await stand.store.where(addresses, { column: 'claim', value: claim }))[0]
  const botStand: BotStand = {
    bots,
    logged,
    async chatOf(who, locale) {
      const { id: person } = stand.person(who)
      await chat.install(person, BOT, locale)
      const conversation = chat.conversations(person).find(({ kind }) => kind === 'personal')?.id ?? ''
      const cards = () => chat.messages(conversation, person).filter(({ from }) => from === 'bot')
      const invoke: Chat['invoke'] = (name, value) => chat.invoke({ person, conversation, name, value })
      return {
        conversation,
        async say(text, spoken) {
          const before = cards().length
          await chat.say({ person, conversation, text, ...(spoken && { locale: spoken }) })
          return cards()
            .slice(before)
            .map((message) => JSON.stringify(message))
        },
        press: (verb, data) =>
          invoke('adaptiveCard/action', {
            action: { type: 'Action.Execute', verb, data },
            trigger: 'manual',
          }),
        invoke,
      }
    },
    addressOf,
    take,
    async activityOf(who, more) {
      const { id, name } = stand.person(who)
      const { conversation } = await botStand.chatOf(who)
      return {
        type: 'message',
        id: crypto.randomUUID(),
        channelId: 'msteams',
        serviceUrl: (await addressOf(id))?.serviceUrl,
        from: { id: `29:${id}`, name, aadObjectId: id },
        recipient: { id: `28:${BOT}`, name: 'Samstyr' },
        conversation: { id: conversation, conversationType: 'personal', tenantId: installation.tenantId },
        channelData: { tenant: { id: installation.tenantId } },
        locale: 'sv-SE',
        ...more,
      }
    },
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
  return botStand
}

async function listening(handle: RequestListener): Promise<Server> {
  const server = createServer(handle)
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready)
  })
  return server
}
