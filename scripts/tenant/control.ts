/** The side door for tests, the demo and the host page: tokens, the business day, faults, counts, flags. */
import type { JWK } from 'jose'
import type { Core } from './call.ts'
import { type Chat, createChat } from './connector/chat.ts'
import { setTime, timeOf } from './connector/moments.ts'
import { allPeople } from './directory.ts'
import type { Fault } from './faults.ts'
import { recycled } from './fileStore.ts'
import type { Flags } from './flags.ts'
import type { Stats } from './meter.ts'
import type { DirectoryPerson } from './options.ts'
import { moveTo } from './ownAddress.ts'
import { openApp, type PersonToken, type PersonTokenRequest, personToken } from './personTokens.ts'
import { findSite, type Site } from './rights.ts'
import { graphAudience, issueToken, type Issued } from './tokens.ts'

export type Control = {
  /** Without the crowd. */
  people(): DirectoryPerson[]
  personToken(request: PersonTokenRequest, origin?: string): Promise<PersonToken>
  /** Graph unless another resource is named; `credential` '2' as if a certificate had been shown. */
  appToken(
    request: { clientId: string; audience?: string; credential?: '1' | '2' },
    origin?: string,
  ): Promise<Issued>
  /** What the tenant made for an application that `keeps` credentials. */
  credentials(clientId: string): Credentials
  /** Says where the tenant answers from now on, when it keeps its data in a file. */
  movesTo(origin: string): void
  today(site: string): string | null
  /** Names of what lies in the site's recycle bin, oldest first. */
  recycled(site: string): string[]
  setToday(site: string, day: string): void
  /** The time of day that somebody has set, `HH:MM`; null while the clock goes as it does. */
  time(site: string): string | null
  setTime(site: string, time: string | null): void
  setFaults(faults: Fault[]): void
  faults(): Fault[]
  stats(): Stats
  /** Resource units of applications this minute, and requests of people in these five, where they are limited. */
  usage(): Record<string, number>
  resetStats(): void
  flags(): Flags
  setFlags(flags: Partial<Flags>): void
  chat: Chat
}

export type Credentials = { clientSecret?: string; certificateKey?: JWK }

/** Where a tenant says it is when nobody reached it over HTTP. */
const defaultOrigin = 'http://127.0.0.1'

export function createControl(core: Core): Control {
  const siteOf = (id: string): Site => {
    const site = findSite(core.store, id) ?? core.store.get<Site>('SELECT * FROM sites WHERE name = ?', id)
    if (!site) throw new Error(`There is no site ${id}`)
    return site
  }

  return {
    people: () => allPeople(core.store).filter(({ crowd }) => crowd !== true),
    personToken: (request, origin = defaultOrigin) => personToken(core, request, origin),
    appToken({ clientId, audience = graphAudience, credential = '1' }, origin = defaultOrigin) {
      const app = openApp(core, clientId)
      return issueToken(core, { origin, app, audience, credential, roles: app.applicationPermissions })
    },
    credentials(clientId) {
      const kept = core.store.get<{ value: string }>(
        'SELECT value FROM meta WHERE key = ?',
        `credentials:${clientId}`,
      )
      return kept ? (JSON.parse(kept.value) as Credentials) : {}
    },
    movesTo: (origin) => moveTo(core.store, origin),
    today: (site) => siteOf(site).today,
    recycled: (site) => recycled(core, siteOf(site).key),
    setToday(site, day) {
      core.store.run('UPDATE sites SET today = ? WHERE key = ?', day, siteOf(site).key)
    },
    time: (site) => timeOf(core, siteOf(site).key),
    setTime: (site, time) => setTime(core, siteOf(site).key, time),
    setFaults: (faults) => core.faults.set(faults),
    faults: () => core.faults.left(),
    stats: () => core.meter.stats(),
    usage: () => core.meter.usage(),
    resetStats: () => core.meter.reset(),
    flags: () => core.flags,
    setFlags: (flags) => void Object.assign(core.flags, flags),
    chat: createChat(core, defaultOrigin),
  }
}
