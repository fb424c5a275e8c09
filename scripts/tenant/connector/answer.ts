/** The Bot connector, `/connector/v3/…`: who asks, limits, scripted faults, errors as Teams writes them.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference */
import type { Core } from '../call.ts'
import { Failure } from '../errors.ts'
import { botAudience, readCaller } from '../tokens.ts'
import { createActivity, removeActivity, updateActivity } from './activities.ts'
import { type Bot, findBot } from './bots.ts'
import { createConversation } from './createConversation.ts'
import { limitApp } from './limits.ts'
import { notRegistered, Refusal, scriptedRefusal } from './refusals.ts'
import { member, members, pagedMembers, team, teamChannels } from './rosters.ts'

export type ConnectorCall = {
  core: Core
  bot: Bot
  params: Record<string, string>
  query: URLSearchParams
  /** Undefined when the request had none. */
  body: Record<string, unknown> | undefined
  bytes: number
}

type Handler = (call: ConnectorCall) => { status: number; body?: unknown }

const one = 'v3/conversations/{conversation}'
const table: [string, string, Handler][] = [
  ['POST', 'v3/conversations', createConversation],
  ['POST', `${one}/activities`, createActivity],
  ['POST', `${one}/activities/{activity}`, createActivity],
  ['PUT', `${one}/activities/{activity}`, updateActivity],
  ['DELETE', `${one}/activities/{activity}`, removeActivity],
  ['GET', `${one}/activities/{activity}/members`, members],
  ['GET', `${one}/members`, members],
  ['GET', `${one}/pagedMembers`, pagedMembers],
  ['GET', `${one}/pagedmembers`, pagedMembers],
  ['GET', `${one}/members/{member}`, member],
  ['GET', 'v3/teams/{team}', team],
  ['GET', 'v3/teams/{team}/conversations', teamChannels],
]
const routes = table.map(([method, path, handle]) => ({ method, parts: path.split('/'), handle }))

export const isConnectorPath = (path: string): boolean => path.startsWith('/connector/')

export async function answerConnector(core: Core, request: Request, url: URL): Promise<Response> {
  core.meter.count(url.pathname, { requests: 1 })
  const fault = core.faults.take(request.method, decodeURIComponent(url.pathname) + url.search)
  const wait = () => new Promise((done) => setTimeout(done, fault?.delayMs ?? 0))
  if (fault && !fault.dropAfterCommit) await wait()
  try {
    if (fault?.status !== undefined) throw scriptedRefusal(fault)
    const { status, body } = await perform(core, request, url)
    if (fault?.dropAfterCommit) {
      // Delivered, but whoever asked never hears so.
      await wait()
      return Response.error()
    }
    return body === undefined ? new Response(null, { status }) : Response.json(body, { status })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { status, code, message, headers } = error
    return Response.json({ error: { code, message } }, { status, headers })
  }
}

async function perform(core: Core, request: Request, url: URL): Promise<{ status: number; body?: unknown }> {
  const bot = await whichBot(core, request.headers.get('authorization'))
  limitApp(core, bot.client_id)
  const segments = url.pathname.split('/').slice(2).map(decodeURIComponent)
  for (const { method, parts, handle } of routes) {
    if (method !== request.method || parts.length !== segments.length) continue
    const params: Record<string, string> = {}
    const fits = parts.every((part, index) => {
      const segment = segments[index] ?? ''
      if (part.startsWith('{')) params[part.slice(1, -1)] = segment
      return part.startsWith('{') || part === segment
    })
    if (!fits) continue
    const text = await request.text()
    const call = {
      core,
      bot,
      params,
      query: url.searchParams,
      body: read(text),
      bytes: Buffer.byteLength(text),
    }
    return handle(call)
  }
  throw new Refusal(
    501,
    'NotImplemented',
    `The local tenant does not know ${request.method} ${url.pathname}.`,
  )
}

async function whichBot(core: Core, header: string | null): Promise<Bot> {
  try {
    const { clientId } = await readCaller(core, header, [botAudience])
    const bot = findBot(core, clientId)
    if (bot) return bot
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    throw new Refusal(401, 'Unauthorized', 'Authorization has been denied for this request.')
  }
  throw notRegistered()
}

function read(text: string): Record<string, unknown> | undefined {
  if (text === '') return undefined
  try {
    const body = JSON.parse(text) as unknown
    if (typeof body === 'object' && body !== null && !Array.isArray(body))
      return body as Record<string, unknown>
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new Refusal(400, 'BadSyntax', 'Invalid JSON in the request body.')
}
