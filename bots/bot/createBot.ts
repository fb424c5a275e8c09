/** The bot: who may speak to it, what it answers with, and how its own messages are posted. */
import type { Router } from 'express'
import type { Logger } from 'pino'
import type { Config } from '#src/config.ts'
import type { Today } from '#src/businessDay.ts'
import { type AppTokens, appTokens } from '#src/graph/appTokens.ts'
import { createGraph, type Graph } from '#src/graph/client.ts'
import { type ListStore, listStore } from '#src/graph/listStore.ts'
import type { Site } from '#src/graph/wireItems.ts'
import { keptRows } from '#bots/messages/keptRows.ts'
import { createMessages } from '#bots/messages/messages.ts'
import type { Draw, Post } from '../delivery/post.ts'
import type { Run } from '../runner.ts'
import { plainName } from './activity.ts'
import { addressBook } from './addresses.ts'
import { callerCheck } from './callerCheck.ts'
import { channelForum } from './channelForum.ts'
import { installing } from './installing.ts'
import { inboundRoutes } from './inbound.ts'
import { routeIn, tabLinks } from './links.ts'
import { listen } from './listening.ts'
import { connectorPost, nameIn, replying } from './post.ts'
import { sdkApp } from './sdkApp.ts'

const LONGEST_WAIT_S = 20

export interface Bot {
  routes: Router
  post: Post
  draw: Draw
  /** Makes it reach some of those it doesn't reach. */
  install: () => Promise<void>
}

export async function createBot({
  config,
  graph,
  site,
  today,
  run,
  logger,
}: {
  config: Config & { BOT_CLIENT_ID: string }
  graph: Graph
  site: Site
  today: Today
  run: Run
  logger: Logger
}): Promise<Bot> {
  const tokens = appTokens({
    authority: config.BOT_LOGIN_ENDPOINT,
    tenantId: config.TENANT_ID,
    clientId: config.BOT_CLIENT_ID,
    secret: config.BOT_CLIENT_SECRET,
  })
  const { app, handle } = await sdkApp(config, { tokens, logger })
  const post = connectorPost(app.api, tokens)
  // The bot asks without a token of the person's own: what is confidential is not for it.
  const store = listStore({
    graph,
    site,
    narrow: () => false,
    unreadable: (reason) => logger.warn({ err: reason }, 'a row could not be read'),
  })
  const messages = createMessages({
    store,
    today,
    run: (name, args, me, key, seen = {}) => run({ name, args, me, key, seen, readsConfidential: false }),
    tabLink: tabLinks(config),
    log: logger,
  })
  // Who decides is not to wait for all that there is to decide about when they ask the first time.
  keptRows(store).catch((error: unknown) => {
    logger.warn({ err: error }, 'what gates look at could not be read')
  })
  const book = addressBook(store, today)
  listen({
    app,
    messages,
    book,
    channel: channelForum(store, today, book),
    reply: replying(post),
    typing: (place) => post(place, { type: 'typing' }),
    named: async (turn) => {
      const { me } = turn
      if (me.name) return turn
      return { ...turn, me: { ...me, name: plainName(await nameIn(app.api, turn)) } }
    },
    ownLink: (url) => {
      const route = routeIn(url, config)
      return route && `https://${config.TAB_DOMAIN ?? ''}${route}`
    },
    logger,
  })
  const check = callerCheck(config)
  return {
    routes: inboundRoutes({ check, tenant: config.TENANT_ID, handle, logger }),
    post,
    draw: messages.draw,
    install: installer({ config, tokens, store, today, logger }),
  }
}

/** Without the app's id in the catalogue people install it themselves. */
function installer({
  config,
  tokens,
  ...of
}: {
  config: Config
  tokens: AppTokens
  store: ListStore
  today: Today
  logger: Logger
}): () => Promise<void> {
  const appId = config.TEAMS_CATALOG_ID
  if (!appId) return () => Promise.resolve()
  const getToken = () => tokens('https://graph.microsoft.com/.default')
  const graph = createGraph({ origin: config.GRAPH_ORIGIN, getToken, longestWait: LONGEST_WAIT_S })
  return installing({ ...of, graph, appId })
}
