/** The printed part of GLOSSARY.md, read from the declarations. */
import { printLists, printWords } from './lists.ts'
import { printGates, printPermissions, printProcesses } from './rules.ts'
import { printWhoDecides } from './whoDecides.ts'

export const printed = () =>
  [printProcesses(), printGates(), printWhoDecides(), printPermissions(), printLists(), printWords()].join(
    '\n\n',
  )
