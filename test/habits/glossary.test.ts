/** GLOSSARY.md says what the code says. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { table, withPrinted } from '#scripts/docs/markdown.ts'
import { printed } from '#scripts/docs/printed.ts'

const page = readFileSync(new URL('../../GLOSSARY.md', import.meta.url), 'utf8')

test('the printed part is up to date; otherwise run: npm run docs', () => {
  expect(page).toBe(withPrinted(page, printed()))
})

test('nothing in it was left unsaid', () => {
  expect(printed()).not.toMatch(/undefined|\[object|\[ ?\]/)
})

test('a page without markers is not overwritten', () => {
  expect(() => withPrinted('# Page', 'text')).toThrow('The page needs a line')
})

test('a cell may hold what would end it', () => {
  expect(table(['a'], [['x | y']])).toBe('| a |\n| --- |\n| x \\| y |')
})
