/** `POST /api/actions/{name}`: the only way in for a change. */
import express, { type NextFunction, type Request, type Response, type Router } from 'express'
import type { Logger } from 'pino'
import * as v from 'valibot'
import { runAction } from '#src/actions/index.ts'
import type { Graph } from '#src/graph/client.ts'
import {
  GraphError,
  isChangedByOther,
  isDuplicate,
  isLost,
  isNoRight,
  isNotFound,
  isThrottled,
} from '#src/graph/errors.ts'
import { listStore } from '#src/graph/listStore.ts'
import { CONFIDENTIAL_THERE } from '#src/graph/places.ts'
import { readSiteUsers } from '#src/graph/people.ts'
import type { Site } from '#src/graph/wireItems.ts'
import { type Refusal, Refused } from '#src/rules/refusal.ts'
import { english } from '#src/text/english.ts'
import { refusalText, subjectsOf } from '#src/text/refusals.ts'
import { swedish } from '#src/text/swedish.ts'
import { localeOf } from '#src/text/words.ts'
import type { Today } from '#src/businessDay.ts'
import type { WhoAsks } from './token.ts'

const envelope = v.object({
  key: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200)),
  args: v.unknown(),
  seen: v.optional(v.record(v.string(), v.string()), {}),
})

const status: Partial<Record<Refusal['why'], number>> = {
  notSignedIn: 401,
  notYourMandate: 403,
  notYourTask: 403,
  conflictOfInterest: 403,
  conflicted: 403,
  notFound: 404,
  unknownAction: 404,
  changedByOther: 409,
  alreadyDecided: 409,
  busy: 503,
  unavailable: 503,
  failed: 500,
  noRight: 500,
}

export function actionRoutes({
  graph,
  site,
  today,
  whoAsks,
  logger,
}: {
  graph: Graph
  site: Site
  today: Today
  whoAsks: WhoAsks
  logger: Logger
}): Router {
  const siteUserId = knownPeople(graph, site, logger)
  const routes = express.Router()
  routes.post('/:name', express.json({ limit: '4mb' }), async (request, response) => {
    const started = performance.now()
    const { name } = request.params
    try {
      const { me, readsConfidential } = await whoAsks(request.headers.authorization)
      const asked = v.safeParse(envelope, request.body)
      if (!asked.success)
        throw new Refused({
          why: 'invalid',
          problems: [{ field: v.getDotPath(asked.issues[0]) ?? 'body', problem: 'wrongKind' }],
        })
      const { key, args, seen } = asked.output
      const store = listStore({
        graph,
        site,
        siteUserId: await siteUserId(),
        // What the person may not read, no action finds for them.
        narrow: () => readsConfidential,
        unreadable: (reason) => logger.warn({ err: reason }, 'a row could not be read'),
      })
      const done = await runAction({ store, today: await today(), me, key, seen }, name, args)
      logger.info({ action: name, ms: Math.round(performance.now() - started) }, 'done')
      response.json({ done })
    } catch (error) {
      await answerError(error, request, response, { logger, name })
    }
  })
  routes.use(async (error: unknown, request: Request, response: Response, _next: NextFunction) => {
    await answerError(error, request, response, { logger, name: request.path })
  })
  return routes
}

/** Says why, in data for the tab and in a sentence for whoever calls by script. */
async function answerError(
  error: unknown,
  request: Request,
  response: Response,
  { logger, name }: { logger: Logger; name: string },
) {
  const refusals = error instanceof Refused ? error.refusals : [refusalOf(error)]
  const first = refusals[0] ?? { why: 'unavailable' }
  const words = localeOf(request.headers['accept-language']) === 'en' ? english : swedish
  for (const subject of subjectsOf(refusals)) await words.learn(subject)
  if (!(error instanceof Refused)) logger.error({ action: name, err: error }, 'failed')
  else logger.info({ action: name, refused: refusals.map((r) => r.why) }, 'refused')
  if (first.why === 'busy') response.setHeader('Retry-After', first.seconds)
  response
    .status(status[first.why] ?? 422)
    .json({ refusals, message: refusals.map((r) => refusalText(r, words)).join(' ') })
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof GraphError && isThrottled(error))
    return { why: 'busy', seconds: error.retryAfter ?? 30 }
  if (isNoRight(error)) return { why: 'noRight' }
  if (isLost(error)) return { why: 'unavailable' }
  if (error instanceof GraphError && error.code === CONFIDENTIAL_THERE)
    return { why: 'confidentialThere', numbers: error.message.split(', ') }
  if (isNotFound(error)) return { why: 'notFound', what: 'row', key: '' }
  if (error instanceof SyntaxError || (error instanceof Error && 'type' in error)) {
    const problem = 'type' in error && error.type === 'entity.too.large' ? 'tooLarge' : 'wrongKind'
    return { why: 'invalid', problems: [{ field: 'body', problem }] }
  }
  if (isChangedByOther(error)) return { why: 'changedByOther', fields: [] }
  if (isDuplicate(error)) return { why: 'invalid', problems: [{ field: 'number', problem: 'taken' }] }
  // Neither the service nor the net: asking again would only fail again.
  return { why: 'failed' }
}

const KEEP_MS = 10 * 60_000

/** Site numbers by Entra id, read again every ten minutes: whoever is missing keeps an empty person column until then. */
function knownPeople(graph: Graph, site: Site, logger: Logger) {
  let kept: { at: number; value: (id: string) => number | undefined } | undefined
  return async () => {
    if (kept && Date.now() - kept.at < KEEP_MS) return kept.value
    try {
      kept = { at: Date.now(), value: (await readSiteUsers(graph, site)).siteUserId }
    } catch (error) {
      // Person columns are a convenience for SharePoint's own views; the Entra id is the truth.
      logger.warn({ err: error }, "the site's people could not be read")
      kept = { at: Date.now(), value: () => undefined }
    }
    return kept.value
  }
}
