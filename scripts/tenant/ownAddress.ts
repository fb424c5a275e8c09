/** Lets a data file be served from another port than last time: addresses of this tenant that rows hold follow it. */
import type { Store } from './store.ts'

/**
 * SharePoint's addresses never change by themselves; this tenant's have its port in them, and whoever was answered a `webUrl`
 * may have written it in a row. Such rows get no new version: nobody has changed them.
 */
export function moveTo(store: Store, origin: string): void {
  const kept = store.get<{ value: string }>("SELECT value FROM meta WHERE key = 'origin'")?.value
  if (kept === origin) return
  store.together(() => {
    store.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('origin', ?)", origin)
    if (kept === undefined) return
    for (const [table, column] of [
      ['items', 'fields'],
      ['versions', 'fields'],
      ['item_index', 'value'],
    ]) {
      // The slash: port 518 is no beginning of port 5180.
      store.run(
        `UPDATE ${table} SET ${column} = replace(${column}, ?1, ?2) WHERE instr(${column}, ?1)`,
        `${kept}/`,
        `${origin}/`,
      )
    }
  })
}
