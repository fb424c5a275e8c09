/** Reads single columns of a list and its confidential twin: what must be unique is so in both, whoever asks. */
import { internalName, type List } from '#src/lists/list.ts'
import type { Graph } from './client.ts'
import { twoPlaces } from './twoPlaces.ts'
import { type Equals, itemsPath, literal, PAGE, type Site } from './wireItems.ts'

export function columnReads({ graph, site }: { graph: Graph; site: Site }) {
  const { readAll, readOne } = twoPlaces({ graph, site, narrow: () => true })
  return {
    /** The texts of an indexed column that start so, and nothing else of the items. */
    async textsStartingWith(list: List, { column, value }: Equals): Promise<string[]> {
      const name = internalName(column)
      const filter = `startswith(fields/${name},${literal(value)})`
      const wires = await readOne(
        list,
        (place) =>
          `${itemsPath(site, place)}?$filter=${filter}&$select=id&$expand=fields($select=${name})&$top=${PAGE}`,
      )
      return wires.map((wire) => String(wire.fields?.[name] ?? ''))
    },

    /** For each value the key of the item whose unique column holds it, in `$batch`es. */
    async holdersOf(list: List, column: string, values: readonly string[]): Promise<(string | undefined)[]> {
      const found = await readAll(
        values.map((value) => ({
          list,
          pathIn: (place) =>
            `${itemsPath(site, place)}?$filter=fields/${internalName(column)}%20eq%20${literal(value)}&$select=id&$expand=fields($select=Key)`,
        })),
      )
      return found.map((wires) => wires.map((wire) => String(wire.fields?.Key))[0])
    },
  }
}
