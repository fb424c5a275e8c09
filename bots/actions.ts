/** `POST /api/actions/{name}`: the only way in for a change. */
import express, { type NextFunction, type Request, type Response, type Router } from 'express'
import type { Logger } from 'pino'
import * as v from 'valibot'
import {
  GraphError,
  isChangedByOther,
  isDuplicate,
  isLost,
  isNoRight,
  isNotFound,
  isThrottled,
} from '#src/graph/errors.ts'
import { CONFIDENTIAL_THERE } from '#src/graph/places.ts'
import { type Refusal, Refused } from '#src/rules/refusal.ts'
import { english } from '#src/text/english.ts'
import { refusalText, subjectsOf } from '#src/text/refusals.ts'
import { swedish } from '#src/text/swedish.ts'
import { localeOf } from '#src/text/words.ts'
import type { Run } from './runner.ts'
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
  run,
  whoAsks,
  logger,
}: {
  run: Run
  whoAsks: WhoAsks
  logger: Logger
}): Router {
  const routes = express.Router()
  routes.post('/:name', express.json({ limit: '4mb' }), async (request, response) => {
    const started = performance.now()
    const { name } = request.params
    try {
      const asker = await whoAsks(request.headers.authorization)
      const asked = v.safeParse(envelope, request.body)
      if (!asked.success)
        throw new Refused({
          why: 'invalid',
          problems: [{ field: v.getDotPath(asked.issues[0]) ?? 'body', problem: 'wrongKind' }],
        })
      const done = await run({ ...asker, ...asked.output, name })
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

/** What kept an action from being done, as data; of what nobody foresaw only that it failed. */
export function refusalOf(error: unknown): Refusal {
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
