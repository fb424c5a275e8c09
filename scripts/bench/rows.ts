/** A portfolio of any size, made from the demo's needs: real lengths of text, the same units and people. */
import type { InitiativeDraft } from '#src/lists/initiatives.ts'
import { initiatives } from '#src/lists/initiatives.ts'
import type { ListStore } from '#src/graph/listStore.ts'

const A_CALL = 400

/** Adds copies of what is there until the site holds `count` initiatives. */
export async function growTo(store: ListStore, count: number): Promise<void> {
  const there = await store.all(initiatives)
  for (let made = there.length; made < count; made += A_CALL) {
    const drafts = Array.from({ length: Math.min(A_CALL, count - made) }, (_, i) =>
      copyOf(there[(made + i) % there.length], made + i),
    )
    await store.createMany(initiatives, drafts)
  }
}

function copyOf(
  initiative: (InitiativeDraft & { id?: string; version?: string }) | undefined,
  n: number,
): InitiativeDraft {
  if (!initiative) throw new Error('There is no need to copy: seed the site first')
  const { id: _, version: __, ...values } = initiative
  return {
    ...values,
    key: `bench-${n}`,
    number: `B-2024-${String(n).padStart(5, '0')}`,
    title: `${values.title} ${n}`,
  }
}
