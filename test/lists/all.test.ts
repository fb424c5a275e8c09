/** What every declared list must keep to, whatever it holds. */
import { describe, expect, test } from 'vitest'
import { builtinColumns } from '#scripts/tenant/builtinColumns.ts'
import { lists } from '#src/lists/all.ts'
import { bootLists } from '#tabs/data.ts'
import { internalName, type List, wireColumns } from '#src/lists/list.ts'

const all: List[] = Object.values(lists)
const taken = new Set(builtinColumns.map(({ name }) => String(name).toLowerCase()))

test('list names are ASCII CamelCase, and no two are alike', () => {
  for (const { name } of all) expect(name).toMatch(/^[A-Z][A-Za-z]+$/)
  expect(new Set(all.map(({ name }) => name.toLowerCase())).size).toBe(all.length)
  expect(new Set(all.map(({ label }) => label)).size).toBe(all.length)
})

describe.for(all)('$name', (list) => {
  const columns = wireColumns(list)

  test('has ASCII column names that SharePoint does not cut (32 characters) or use itself', () => {
    for (const { name } of columns) {
      expect(name).toMatch(/^[A-Z][A-Za-z]{0,31}$/)
      expect(taken).not.toContain(name.toLowerCase())
    }
  })

  test('has at most twenty indexes', () => {
    // https://support.microsoft.com/office/add-an-index-to-a-list-or-library-column-f3f00554-b7dc-44d1-a2ed-d477eac463b0
    expect(columns.filter((column) => column.indexed).length).toBeLessThanOrEqual(20)
  })

  test('indexes only what SharePoint can index: no note, no several choices', () => {
    for (const column of columns.filter((c) => c.indexed)) {
      expect(column.text).not.toMatchObject({ allowMultipleLines: true })
      expect(column.choice).not.toMatchObject({ displayAs: 'checkBoxes' })
    }
  })

  test('has a title for SharePoint’s own views, and labels that differ', () => {
    expect(list.columns.title?.required).toBe(true)
    const labels = columns.map((column) => column.displayName)
    expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([])
  })

  test('gives every choice its own Swedish word', () => {
    for (const column of Object.values(list.columns)) {
      const words = Object.values(column.words ?? {})
      expect(new Set(words.map((word) => word.toLowerCase())).size).toBe(words.length)
    }
  })

  test('never keeps a required column of the table where a table does not read it', () => {
    for (const [key, column] of Object.entries(list.columns)) {
      expect(column.required && column.onDemand ? internalName(key) : undefined).toBeUndefined()
    }
  })
})

test('the tab brings in at every start the lists that are declared so, and no other', () => {
  const declared = Object.entries(lists).flatMap(([key, { load }]) => (load === 'boot' ? [key] : []))
  expect(Object.keys(bootLists).sort()).toEqual(declared.sort())
})
