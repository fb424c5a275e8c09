/** Posts to where people are reached, by a client for the service address stored with them: one attempt, told as what may come of it. */
import type { App } from '@microsoft/teams.apps'
import { isLoopback } from '#src/config.ts'
import type { AppTokens } from '#src/graph/appTokens.ts'
import type { Address } from '#src/lists/reminding.ts'
import { backOffMs } from '../delivery/backOff.ts'
import { codeIn, type Outcome, outcomeOf } from '../delivery/outcome.ts'
import type { Post } from '../delivery/post.ts'

type Connector = App['api']
type Params = Parameters<Connector['conversations']['createActivity']>[1]
/** Where an answer goes: what a turn and an address both tell. */
export type Place = Pick<Address, 'conversation' | 'serviceUrl'>

/** Of the connector: the bot's own token. */
export const CONNECTOR_SCOPE = 'https://api.botframework.com/.default'

export function connectorPost(
  api: Connector,
  tokens: AppTokens,
): Post & ((place: Place, activity: object) => Promise<Outcome>) {
  const clients = new Map<string, Connector>()
  const clientOf = (serviceUrl: string) => {
    const known = clients.get(serviceUrl) ?? api.clone({ serviceUrl })
    clients.set(serviceUrl, known)
    return known
  }
  return async ({ conversation, serviceUrl }: Place, activity) => {
    if (!conversation || !serviceUrl) return { got: 'unreachable', code: 'noAddress' }
    // Our token goes along: to nobody who could read it on the way.
    if (!serviceUrl.startsWith('https://') && !isLoopback(serviceUrl))
      return { got: 'refused', code: 'serviceUrl' }
    try {
      await tokens(CONNECTOR_SCOPE)
    } catch {
      return { got: 'throttled', code: 'token' }
    }
    try {
      const to = clientOf(serviceUrl).conversations
      const sent = await to.createActivity(encodeURIComponent(conversation), activity as Params)
      return { got: 'sent', activity: sent?.id ?? '' }
    } catch (error) {
      return failureOf(error)
    }
  }
}

/** Codes of a connection that never came about: nothing has been sent. */
const notConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ERR_INVALID_URL'])

/** As axios throws: with the answer when there was one. */
function failureOf(error: unknown): Outcome {
  const { response, code } = error as {
    response?: { status: number; headers?: Record<string, unknown>; data?: unknown }
    code?: string
  }
  if (response) {
    const after = response.headers?.['retry-after']
    return outcomeOf({
      status: response.status,
      code: codeIn(response.data),
      ...(after !== undefined && { retryAfter: String(after) }),
    })
  }
  if (code !== undefined && notConnected.has(code)) return { got: 'throttled', code }
  return outcomeOf(undefined)
}

const ATTEMPTS = 4

/** Answers somebody who waits: asked again while the connector says it is too much, for some seconds. */
export function replying(post: (place: Place, activity: object) => Promise<Outcome>) {
  return async (place: Place, activity: object): Promise<Outcome> => {
    for (let attempt = 1; ; attempt++) {
      const outcome = await post(place, activity)
      if (outcome.got !== 'throttled' || attempt === ATTEMPTS) return outcome
      const wait = backOffMs(attempt, Math.random, outcome.retryAfterMs)
      await new Promise((resolve) => {
        setTimeout(resolve, wait)
      })
    }
  }
}

/** What the connector calls somebody in a conversation that the bot is in; nothing when it doesn't tell. */
export async function nameIn(
  api: Connector,
  { conversation, serviceUrl, me }: { conversation: string; serviceUrl: string; me: { id: string } },
): Promise<string> {
  const { conversations } = api.clone({ serviceUrl })
  // It takes Entra ids beside its own.
  const member = await conversations
    .getMemberById(encodeURIComponent(conversation), me.id)
    .catch(() => undefined)
  return member?.name ?? ''
}
