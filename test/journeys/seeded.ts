/** The local tenant's data as a journey finds it: made once of what it is made of, and copied for each. */
import { copyFile, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mandates, people, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import type { ListStore } from '#src/graph/listStore.ts'
import { fingerprintOf } from '#scripts/build/fingerprint.ts'
import { demoInstallation, installations } from '#scripts/demo/installation.ts'
import { organisationRows } from '#scripts/demo/organisationRows.ts'
import { demoEnvironment, type DemoName, prepareDemo } from '#scripts/demo/prepare.ts'
import { serverStore } from '#scripts/serverStore.ts'
import { listen } from '#scripts/tenant/listen.ts'
import { createTenant } from '#scripts/tenant/tenant.ts'

export interface Seed {
  /** `false` leaves the portfolio empty. */
  needs: boolean
  demos: readonly DemoName[]
}

const KEPT = '.local/journeys'
/** The seed is the work of these. */
const SOURCES = ['src', 'scripts', 'test/journeys/seeded.ts', 'package-lock.json']
/** Long enough for another run that has found one to copy it. */
const STALE_MS = 3_600_000

/** Puts the data file at the path. Runs at the same time may each make it: the one that is done last is kept. */
export async function putSeeded(path: string, seed: Seed): Promise<void> {
  const kind = [...seed.demos, ...(seed.needs ? [] : ['empty'])].join('-')
  const kept = join(KEPT, `${fingerprintOf(SOURCES).slice(0, 16)}-${kind}.sqlite`)
  try {
    await copyFile(kept, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    await make(path, seed)
    await keep(path, kept)
  }
}

async function make(path: string, { needs, demos }: Seed) {
  const folder = await mkdtemp(join(tmpdir(), 'samstyr-seed-'))
  const tenant = createTenant(demoInstallation(path))
  const listening = await listen(tenant, { port: 0 })
  tenant.control.movesTo(listening.origin)
  try {
    for (const demo of demos) {
      const environment = demoEnvironment(tenant, listening.origin, folder, installations[demo])
      await prepareDemo(environment, { seed: needs, demo })
      if (!needs) await organisationOnly(await serverStore(environment))
    }
  } finally {
    await listening.close()
    // All of it is in the one file then: https://sqlite.org/wal.html#the_wal_file
    tenant.close()
    await rm(folder, { recursive: true })
  }
}

/** Whom everything is about, and where it would stand. */
async function organisationOnly(store: ListStore) {
  const rows = organisationRows('u-stad')
  await store.createMany(units, rows.units)
  await store.createMany(people, rows.people)
  await store.createMany(mandates, rows.mandates)
  await store.createMany(portfolios, rows.portfolios)
}

/** Whole or not at all, however the run ends. */
async function keep(path: string, kept: string) {
  await mkdir(KEPT, { recursive: true })
  for (const name of await readdir(KEPT)) {
    const old = join(KEPT, name)
    const age = await stat(old).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    )
    if (age > STALE_MS) await rm(old, { force: true })
  }
  const halfway = `${kept}.${process.pid}`
  await copyFile(path, halfway)
  await rename(halfway, kept)
}
