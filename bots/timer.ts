/** Every ten minutes: finishes (also at start) what a crash between two writes left undone, and fills person columns. */
import type { Logger } from 'pino'
import { applyDecisionsSince } from '#src/actions/deciding/applyDecisions.ts'
import { settleRankingsSince } from '#src/actions/prioritising/settleRanking.ts'
import { applyMeetings } from '#src/actions/meetings/applyMeetings.ts'
import { finishMoves } from '#src/actions/confidential/settleConfidential.ts'
import type { Work } from '#src/actions/work.ts'
import { lists } from '#src/lists/all.ts'
import { narrowLists } from '#src/lists/confidential.ts'
import type { Graph } from '#src/graph/client.ts'
import { peopleFiller } from '#src/graph/fillPeople.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { listStore } from '#src/graph/listStore.ts'
import { twinIn } from '#src/graph/twoPlaces.ts'
import type { Site } from '#src/graph/wireItems.ts'
import { daysEarlier } from '#src/rules/calendar.ts'
import type { Today } from '#src/businessDay.ts'

const EVERY_MS = 10 * 60_000
const BACK_DAYS = 30
/** Minutes are verified long after the meeting. */
const BACK_DAYS_OF_MEETINGS = 200

/** The system itself: never written, since what it carries out is stamped with whoever decided. */
const system = { id: 'system', name: 'Samstyr' }

/** Answers how to stop. A run that fails is logged and tried again next time. */
export function keepApplying({
  graph,
  site,
  today,
  tell,
  logger,
}: {
  graph: Graph
  site: Site
  today: Today
  /** Hears what people are to be told of. */
  tell?: Work['tell']
  logger: Logger
}): () => void {
  let moving: ReadonlySet<string> = new Set()
  const run = async () => {
    const day = await today()
    const unreadable = (reason: unknown) => logger.warn({ err: reason }, 'a row could not be read')
    const store = listStore({ graph, site, unreadable })
    const work = { store, today: day, me: system, key: 'apply', seen: {}, ...(tell && { tell }) }
    await applyDecisionsSince(work, daysEarlier(day, BACK_DAYS)).catch((error: unknown) =>
      logger.warn({ err: error }, 'decisions could not be carried out'),
    )
    await settleRankingsSince(work, daysEarlier(day, BACK_DAYS)).catch((error: unknown) =>
      logger.warn({ err: error }, 'rankings could not be carried out'),
    )
    if (twinIn(site, initiatives))
      await finishMoves(work, moving).then(
        (settled) => (moving = settled),
        (error: unknown) => logger.warn({ err: error }, 'confidential rows could not be moved'),
      )
    await applyMeetings(work, daysEarlier(day, BACK_DAYS_OF_MEETINGS))
  }
  let running: Promise<unknown> | undefined
  const attempt = () => {
    // A round that takes long, as with a library that is slow, is not begun twice.
    running ??= run()
      .catch((error: unknown) => logger.warn({ err: error }, 'minutes could not be finished'))
      .finally(() => (running = undefined))
  }
  const known = [...Object.values(lists), ...narrowLists].filter(({ name }) => site.listIds[name])
  const fill = peopleFiller(graph, site, known)
  const attemptToFill = () => {
    fill().catch((error: unknown) => logger.warn({ err: error }, 'person columns could not be filled'))
  }
  attempt()
  const timer = setInterval(() => {
    attempt()
    // Not at start, when people are opening the tab: each row it fills gets a new version.
    attemptToFill()
  }, EVERY_MS)
  return () => clearInterval(timer)
}
