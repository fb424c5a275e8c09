/** No sentence is kept that nobody says. */
import { expect, test } from 'vitest'
import { allSentences } from '../text/sentences.ts'
import { filesOf, treeOf } from './source.ts'

const { sv } = await allSentences()

/** Every key written out, and the beginnings of keys made by a template: `need.${need}`, `ranking.basis.${basis}`. */
function usedKeys() {
  const [whole, begun] = [new Set<string>(), new Set<string>()]
  const files = filesOf(['src', 'tabs', 'bots', 'scripts']).filter(
    ({ path }) => !/^src\/text\/(sv|en)\//.test(path),
  )
  for (const file of files) {
    for (const { node } of treeOf(file).nodes) {
      if (node.type === 'Literal' && typeof node.value === 'string') whole.add(node.value)
      if (node.type === 'TemplateLiteral') {
        const [first] = node.quasis as { value: { raw: string } }[]
        const start = first?.value.raw ?? ''
        if (/^(?:\w+\.)+\w*$/.test(start)) begun.add(start)
      }
    }
  }
  return { whole, begun }
}

test('every sentence is used somewhere', () => {
  const { whole, begun } = usedKeys()
  const unused = Object.keys(sv).filter(
    (key) => !whole.has(key) && ![...begun].some((start) => key.startsWith(start)),
  )
  expect(unused).toEqual([])
})

test('keys made by a template are of known families only', () => {
  const families = new Set(Object.keys(sv).map((key) => key.split('.')[0]))
  const { begun } = usedKeys()
  expect([...begun].filter((start) => start.startsWith('refusal.') || start.startsWith('need.'))).not.toEqual(
    [],
  )
  expect([...begun].filter((start) => families.has(start) && !start.includes('.'))).toEqual([])
})
