/** The local tenant's data as a journey finds it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mandates, people, units } from '#src/lists/organisation.ts'
import { portfolios } from '#src/lists/portfolios.ts'
import type { ListStore } from '#src/graph/listStore.ts'
import { demoInstallation, installations } from '#scripts/demo/installation.ts'
import { organisationRows } from '#scripts/demo/organisationRows.ts'
import { demoEnvironment, type DemoName, prepareDemo } from '#scripts/demo/prepare.ts'
import { serverStore } from '#scripts/serverStore.ts'
import { listen } from '#scripts/tenant/listen.ts'
import { createTenant } from '#scripts/tenant/tenant.ts'
import { putKept } from '#test/fixtures/kept.ts'

export interface Seed {
  /** `false` leaves the portfolio empty. */
  needs: boolean
  demos: readonly DemoName[]
}

/** Puts the data file at the path. */
export async function putSeeded(path: string, seed: Seed): Promise<void> {
  const kind = ['journeys', ...seed.demos, ...(seed.needs ? [] : ['empty'])].join('-')
  await putKept(path, kind, () => make(path, seed))
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
