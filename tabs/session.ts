/** Brings host, sign-in, data and acting together for one person; what needs no answer from outside comes first. */
import type { BrowserConfig } from '#src/config.ts'
import type { ListKey } from '#src/lists/all.ts'
import type { List } from '#src/lists/list.ts'
import { people } from '#src/lists/organisation.ts'
import type { Done } from '#src/actions/work.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { type Acting, createActing, newKey } from './act.ts'
import { preparedBySection } from '#src/rules/initiatives/editing.ts'
import { type BrowserCache, draftName, needDraftName, openCache, returnedNeedName } from './cache.ts'
import { bootLists, createData, type Data } from './data.ts'
import { decisionDraftOf } from './decisionDraft.ts'
import type { Asked } from './queue.ts'
import type { Graph, GraphCall } from '#src/graph/client.ts'
import type { Host } from './host/teams.ts'
import type { SignIn } from './host/auth.ts'

export interface Session {
  /** The address says who it is before anything says their name: `name` is empty until host or lists have come. */
  readonly person: { id: string; name: string }
  data: Data
  acting: Acting
  host: Promise<Host | undefined>
  /** Graph with a token for the person's own calendar too, which they are asked for when they need it. */
  calendar: () => Promise<{ graph: Graph; consent: () => Promise<void> }>
  /** Opens the sign-in by hand, then reads again. */
  signIn: () => Promise<void>
  /** Something sent later was refused. */
  onRefused: (listener: (asked: Asked, refusals: Refusal[]) => void) => () => void
  /** An action of ours changed items; pages that hold whole items take them. */
  onDone: (listener: (done: Done) => void) => () => void
}

/** Ways to host and sign-in, shared by the sessions of a page. */
export interface Door {
  config: BrowserConfig
  host: Promise<Host | undefined>
  signIn: () => Promise<SignIn>
}

export function openDoor(config: BrowserConfig): Door {
  const host =
    window.parent === window
      ? Promise.resolve(undefined)
      : import('./host/teams.ts').then(({ connectHost }) => connectHost(config.allowedHosts))
  return { config, host, signIn: lazySignIn(config, host) }
}

/** The session of one person. The cache is drawn while host and sign-in are still on their way. */
export async function openSession(
  { config, host, signIn }: Door,
  person: { id: string; name: string },
): Promise<Session> {
  const cache = await openCache({ tenantId: config.tenantId, siteId: config.siteId, person: person.id })
  const refusedListeners = new Set<(asked: Asked, refusals: Refusal[]) => void>()
  const doneListeners = new Set<(done: Done) => void>()
  /** The address only hints at the person: what is kept for one is never sent, nor filled, as another. */
  const isTheirs = async () => {
    const shown = await host
    if (shown?.person.id && shown.person.id !== person.id) throw new Error('The host shows somebody else')
    return shown
  }
  const data = createData({
    graph: lazyGraph(config, async () => {
      await isTheirs()
      return signIn()
    }),
    site: {
      id: config.siteId,
      listIds: config.listIds,
      ...(config.confidentialGroup && { confidentialGroup: config.confidentialGroup }),
    },
    cache,
  })
  const acting = createActing({
    cache,
    token: async (how) => (await isTheirs())?.apiToken() ?? (await signIn()).apiToken(how),
    done: (done) => {
      takeIn(data, done)
      doneListeners.forEach((listener) => listener(done))
    },
    refused: (asked, refusals) => {
      void giveBack(cache, asked).then(() =>
        refusedListeners.forEach((listener) => listener(asked, refusals)),
      )
    },
  })
  const listen =
    <T>(to: Set<T>) =>
    (listener: T) => {
      to.add(listener)
      return () => {
        to.delete(listener)
      }
    }
  const opened = data.open()
  void opened.then(() => acting.open())
  window.addEventListener('online', () => void acting.flush())
  let known = person
  const withName = () => {
    const { id, name } = known
    const row = name === '' ? data.items(people).find((one) => one.person.id === id) : undefined
    return row ? (known = { id, name: row.person.name }) : known
  }
  void host.then((shown) => {
    if (shown?.person.id === person.id && shown.person.name) known = shown.person
  })
  return {
    get person() {
      return withName()
    },
    data,
    acting,
    host,
    calendar: async () => {
      await isTheirs()
      const { calendarToken, consentToCalendar } = await signIn()
      return { graph: graphWith(config, calendarToken), consent: consentToCalendar }
    },
    signIn: async () => {
      await (await signIn()).byHand()
      await Promise.all([data.refresh(), acting.flush()])
    },
    onRefused: listen(refusedListeners),
    onDone: listen(doneListeners),
  }
}

/** What was written offline and then refused goes back to its form, so that no text is lost. */
async function giveBack(cache: BrowserCache, { name, args }: Asked) {
  if (name === 'proposeNeed') return giveBackNeed(cache, args as { unit?: string })
  const decision = decisionDraftOf({ name, args })
  if (decision) return cache.keep(decision.name, decision.said)
  if (name !== 'prepareInitiative') return
  const { initiative, changes, base } = args as {
    initiative: string
    changes: Record<string, unknown>
    base: Record<string, unknown>
  }
  for (const [section, fields] of Object.entries(preparedBySection)) {
    const mine = (values: Record<string, unknown>) =>
      Object.fromEntries(fields.flatMap((field) => (field in values ? [[field, values[field]]] : [])))
    if (Object.keys(mine(changes)).length > 0)
      await cache.keep(draftName(initiative, section), { changes: mine(changes), base: mine(base) })
  }
}

/** Beside a need that is being written since, never over it. */
async function giveBackNeed(cache: BrowserCache, { unit, ...values }: { unit?: string }) {
  const taken = await cache.kept(needDraftName)
  await cache.keep(taken ? returnedNeedName : needDraftName, {
    key: newKey(),
    values: {
      systems: '',
      legalBasis: '',
      wantsToBuy: false,
      ...values,
      ...(unit && { unit: { key: unit, title: unit } }),
    },
  })
}

/** Items the server answered with are shown at once, before the next delta tells of them. */
function takeIn(data: Data, done: Done) {
  for (const [key, list] of Object.entries(bootLists) as [ListKey, List][])
    if (done[key]) data.put(list, ...done[key])
}

/** MSAL is loaded after the first paint, and only once. */
function lazySignIn(config: BrowserConfig, host: Promise<Host | undefined>) {
  let made: Promise<SignIn> | undefined
  return () => {
    made ??= Promise.all([host, import('./host/auth.ts')]).then(([shown, { createSignIn }]) =>
      createSignIn(config, shown?.person.id || undefined),
    )
    return made
  }
}

/** The Graph client comes with the sign-in, never before paint. */
const lazyGraph = (config: BrowserConfig, signIn: () => Promise<SignIn>) =>
  graphWith(config, async (claims) => (await signIn()).graphToken(claims))

function graphWith(config: BrowserConfig, getToken: (claims?: string) => Promise<string>): Graph {
  const made = import('#src/graph/client.ts').then(({ createGraph }) =>
    createGraph({ origin: config.graphOrigin, getToken }),
  )
  return async <T>(call: GraphCall) => (await made)<T>(call)
}

/** Whoever the host or sign-in names. */
export async function whoIs({ host, signIn }: Door) {
  const shown = await host
  if (shown?.person.id) return shown.person
  return (await signIn()).person() ?? { id: 'unknown', name: '' }
}
