/** Installs the bot through Graph for people who have something due and can't be reached, where the organisation allows it. */
import type { Logger } from 'pino'
import type { Day } from '#src/lists/columns.ts'
import { type Address, addresses, addressStates } from '#src/lists/reminding.ts'
import type { Graph } from '#src/graph/client.ts'
import { GraphError, isThrottled } from '#src/graph/errors.ts'
import { installFor } from '#src/graph/installedApps.ts'
import type { ListStore } from '#src/graph/listStore.ts'

/** Between two rounds of messages; what is left goes on after the next. */
const MOST_AT_ONCE = 50
const LOOK_EVERY_MS = 10 * 60_000
const NOT_ALLOWED = 'installNotAllowed'

/** Tries each once; what came of it stands with them, for the administrator. When it has worked, Teams tells the bot so itself. */
export function installing({
  graph,
  store,
  today,
  appId,
  logger,
  now = Date.now,
}: {
  /** As the bot itself. */
  graph: Graph
  store: Pick<ListStore, 'where' | 'change'>
  today: () => Promise<Day>
  /** In the organisation's catalogue. */
  appId: string
  logger: Logger
  now?: () => number
}): () => Promise<void> {
  let nextLook = 0
  let refusedOn: Day | undefined

  /** What kept it from being installed; nothing when it is there. */
  const install = async (id: string): Promise<string | undefined> => {
    try {
      await installFor(graph, id, appId)
      return undefined
    } catch (error) {
      if (!(error instanceof GraphError) || isThrottled(error)) throw error
      return error.status === 403 ? NOT_ALLOWED : `installFailed: ${error.status}`
    }
  }
  const tryFor = async (row: Address, id: string, day: Day): Promise<void> => {
    const failed = await install(id)
    if (failed) logger.info({ person: id, failed }, 'the bot could not be installed')
    if (failed === NOT_ALLOWED) refusedOn = day
    const changes = { installTried: day, lastError: failed ?? 'installed' }
    // Who has been reached meanwhile stands as reached.
    await store.change(addresses, row, changes).catch((error: unknown) => {
      logger.info({ err: error, person: id }, 'an installation was not noted')
    })
  }
  return async () => {
    if (now() < nextLook) return
    const day = await today()
    // Not allowed for one is not allowed for any: asked again tomorrow.
    if (refusedOn === day) return
    const column = { column: 'state', value: addressStates.unreachable } as const
    const waiting = (await store.where(addresses, column)).filter((row) => isUntried(row, day))
    if (waiting.length <= MOST_AT_ONCE) nextLook = now() + LOOK_EVERY_MS
    for (const row of waiting.slice(0, MOST_AT_ONCE)) {
      if (refusedOn === day) return
      if (row.person) await tryFor(row, row.person.id, day)
    }
  }
}

/** Whoever has had it once and blocked or removed it has answered for themselves. */
const isUntried = ({ person, conversation, installTried, lastError }: Address, day: Day) =>
  person !== undefined &&
  !conversation &&
  (installTried === undefined || (lastError === NOT_ALLOWED && installTried < day))
