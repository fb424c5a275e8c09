/** `POST /api/messages`: refuses whatever isn't Teams speaking to this bot in this tenant, before anything else sees it. */
import express, { type ErrorRequestHandler, type Router } from 'express'
import type { Logger } from 'pino'
import * as v from 'valibot'
import { type Activity, activityShape, tenantsOf } from './activity.ts'
import { type CallerCheck, NotFromTeams } from './callerCheck.ts'
import type { SdkApp } from './sdkApp.ts'

/** What somebody writes in Teams, or fills in a card, is far smaller. */
const LARGEST = '128kb'
/** Of the many that the SDK knows; the others are never ours. */
const invokes = new Set([
  'adaptiveCard/action',
  'composeExtension/query',
  'composeExtension/queryLink',
  'composeExtension/selectItem',
])

export function inboundRoutes({
  check,
  tenant,
  handle,
  logger,
}: {
  check: CallerCheck
  /** The only one that is listened to. */
  tenant: string
  handle: SdkApp['handle']
  logger: Logger
}): Router {
  const routes = express.Router()
  const refuse = (status: number, why: string, activity?: Partial<Activity>) => {
    logger.warn({ status, why, type: activity?.type, name: activity?.name }, 'an activity was refused')
    return status
  }
  const statusOf = async (authorization: string | undefined, body: unknown): Promise<number> => {
    const read = v.safeParse(activityShape, body)
    if (!read.success) return refuse(400, v.getDotPath(read.issues[0]) ?? 'body')
    const activity = read.output
    try {
      await check(authorization, activity)
    } catch (error) {
      if (error instanceof NotFromTeams) return refuse(401, error.message, activity)
      logger.error({ err: error }, 'the keys of Teams could not be read')
      return 503
    }
    const named = tenantsOf(activity)
    if (named.length === 0 || named.some((id) => id.toLowerCase() !== tenant.toLowerCase()))
      return refuse(403, 'another tenant', activity)
    if (activity.type === 'invoke' && !invokes.has(activity.name ?? ''))
      return refuse(501, 'not a question of ours', activity)
    return 200
  }
  // Who shows no token isn't even read.
  routes.use((request, response, next) => {
    if (request.headers.authorization) next()
    else response.sendStatus(refuse(401, 'no token'))
  })
  routes.post('/', express.json({ limit: LARGEST }), async (request, response) => {
    const status = await statusOf(request.headers.authorization, request.body)
    if (status !== 200) return void response.sendStatus(status)
    const headers = Object.fromEntries(
      Object.entries(request.headers).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value]],
      ),
    )
    const answer = await handle({ body: request.body as unknown, headers })
    response.status(answer.status)
    if (answer.body === undefined) response.end()
    else response.json(answer.body)
  })
  const onError: ErrorRequestHandler = (
    error: { status?: number; type?: string },
    _request,
    response,
    next,
  ) => {
    if (error.status === undefined || error.status >= 500) return next(error)
    response.sendStatus(refuse(error.status, error.type ?? 'body'))
  }
  routes.use(onError)
  return routes
}
