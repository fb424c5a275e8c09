/** What pictures are drawn of when there are many initiatives: benefits, dependencies, receptions and what has happened to each. */
import { benefits, dependencies } from '#src/lists/businessCase.ts'
import type { Ref } from '#src/lists/columns.ts'
import { trail } from '#src/lists/decisions.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import { units } from '#src/lists/organisation.ts'
import { receptions } from '#src/lists/receptions.ts'
import type { ListStore } from '#src/graph/listStore.ts'
import { entraIdOf } from '../demo/installation.ts'
import { growTo } from './rows.ts'

const A_CALL = 400

/** Copies of the region's initiatives, each with a benefit, and every third waiting for the one before it. */
export async function fillForPictures(store: ListStore, size: number) {
  await growTo(store, size)
  const copies = (await store.all(initiatives)).filter(({ key }) => key.startsWith('bench-'))
  const refs = copies.map(({ key, title }) => ({ key, title }))
  const gains = refs.map((initiative, i) => ({
    key: `${initiative.key}/gain`,
    title: initiative.title,
    initiative,
    kind: 'financial' as const,
    year: 2028,
    likelyKr: 50_000 * (1 + ((i * 37) % 400)),
  }))
  const waits = refs.flatMap((initiative, i) => {
    const needs = refs[i - 1]
    return i % 3 === 0 && needs
      ? [{ key: `${initiative.key}/waits`, title: needs.title, initiative, needs }]
      : []
  })
  for (let from = 0; from < gains.length; from += A_CALL)
    await store.createMany(benefits, gains.slice(from, from + A_CALL))
  for (let from = 0; from < waits.length; from += A_CALL)
    await store.createMany(dependencies, waits.slice(from, from + A_CALL))
  await land(store, refs)
}

/** Each copy lands on a unit for some months and was put off lately: receiving and changes have as much to draw as the others. */
async function land(store: ListStore, refs: readonly Ref[]) {
  const rooms = (await store.all(units)).filter(({ receivingDays }) => receivingDays !== undefined)
  const person = { id: entraIdOf('p-101'), name: 'Bench' }
  const landings = refs.flatMap((initiative, i) => {
    const unit = rooms[i % rooms.length]
    return unit
      ? {
          key: `${initiative.key}/lands`,
          title: initiative.title,
          initiative,
          unit: { key: unit.key, title: unit.title },
          kind: 'training' as const,
          from: `2027-${String(1 + (i % 9)).padStart(2, '0')}-01`,
          to: `2027-${String(3 + (i % 9)).padStart(2, '0')}-28`,
          days: 1 + (i % 5),
        }
      : []
  })
  const late = refs.map((initiative, i) => ({
    key: `${initiative.key}/late`,
    title: 'Planerat slut',
    initiative,
    kind: 'time' as const,
    field: 'PlannedEnd',
    from: '2027-Q1',
    to: '2027-Q3',
    day: `2026-10-${String(3 + (i % 28)).padStart(2, '0')}`,
    person,
  }))
  for (let from = 0; from < refs.length; from += A_CALL) {
    await store.createMany(receptions, landings.slice(from, from + A_CALL))
    await store.createMany(trail, late.slice(from, from + A_CALL))
  }
}
