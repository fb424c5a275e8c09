/** `npm run docs`: prints lists and rules into GLOSSARY.md, between its markers. */
import { readFileSync, writeFileSync } from 'node:fs'
import { withPrinted } from './docs/markdown.ts'
import { printed } from './docs/printed.ts'

const page = new URL('../GLOSSARY.md', import.meta.url)
writeFileSync(page, withPrinted(readFileSync(page, 'utf8'), printed()))
