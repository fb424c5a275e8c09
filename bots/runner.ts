/** Runs actions for people who have been verified, by token or by activity: one store for each, the same rules for all. */
import type { Logger } from 'pino'
import { runAction } from '#src/actions/index.ts'
import type { Done, Work } from '#src/actions/work.ts'
import type { Graph } from '#src/graph/client.ts'
import { listStore } from '#src/graph/listStore.ts'
import { readSiteUsers } from '#src/graph/people.ts'
import type { Site } from '#src/graph/wireItems.ts'
import type { Today } from '#src/businessDay.ts'
import type { Asker } from './token.ts'

export interface Running extends Asker {
  name: string
  args: unknown
  key: string
  seen: Record<string, string>
}

/** Throws Refused for what the rules forbid. */
export type Run = (asked: Running) => Promise<Done>

export function actionRunner({
  graph,
  site,
  today,
  tell,
  logger,
}: {
  graph: Graph
  site: Site
  today: Today
  tell?: Work['tell']
  logger: Logger
}): Run {
  const siteUserId = knownPeople(graph, site, logger)
  return async ({ name, args, me, readsConfidential, key, seen }) => {
    const store = listStore({
      graph,
      site,
      siteUserId: await siteUserId(),
      // What the person may not read, no action finds for them.
      narrow: () => readsConfidential,
      unreadable: (reason) => logger.warn({ err: reason }, 'a row could not be read'),
    })
    return runAction({ store, today: await today(), me, key, seen, ...(tell && { tell }) }, name, args)
  }
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
