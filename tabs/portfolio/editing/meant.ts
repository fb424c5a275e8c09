/** Rows as people meant them: with what has yet to reach the server laid over what is saved. */
import { createContext, useCallback, useContext, useMemo, useState, useSyncExternalStore } from 'react'
import type { Initiative } from '#src/lists/initiatives.ts'
import type { PreparedField } from '#src/rules/initiatives/editing.ts'
import { answeredWords } from '#src/rules/initiatives/writtenWords.ts'
import type { FieldConflict, Refusal } from '#src/rules/refusal.ts'
import { newKey } from '../../act.ts'
import { useSession } from '../../context.ts'
import type { Row } from '../../ui/portfolioView/view.ts'

export type Values = Partial<Record<PreparedField, unknown>>

export interface Edit {
  initiative: string
  /** New values; `null` empties. */
  changes: Values
  /** The values of the same fields as the person saw them. */
  base: Values
}

/** An edit of a cell that was refused: what was written is kept until somebody has chosen. */
export interface Trouble extends Edit {
  id: string
  refusals: Refusal[]
}

export type Save = (edit: Edit) => void

export const SaveContext = createContext<Save | undefined>(undefined)
export function useSave(): Save {
  const save = useContext(SaveContext)
  if (!save) throw new Error('A cell is edited outside the table')
  return save
}

export function useMeant(all: readonly Initiative[]) {
  const {
    session: { acting, data },
  } = useSession()
  const queue = useSyncExternalStore(acting.subscribe, acting.queue)
  const [sent, setSent] = useState<readonly (Edit & { id: string })[]>([])
  const [troubles, setTroubles] = useState<readonly Trouble[]>([])

  const save = useCallback<Save>(
    (edit) => {
      const id = newKey()
      setSent((before) => [...before, { ...edit, id }])
      void acting.act('prepareInitiative', edit, {}, id).then((answer) => {
        setSent((before) => before.filter((one) => one.id !== id))
        if (!('refusals' in answer)) return
        // Somebody else may have written: the row below is to say what the refusal says.
        void data.refresh()
        setTroubles((before) => [...before, { ...edit, id, refusals: answer.refusals }])
      })
    },
    [acting, data],
  )
  /** Mine: saved over theirs, on purpose. Theirs: my change is dropped. */
  const settle = useCallback(
    (trouble: Trouble, mine: boolean) => {
      setTroubles((before) => before.filter(({ id }) => id !== trouble.id))
      if (!mine) return
      const theirs = Object.fromEntries(conflictsOf(trouble).map(({ field, theirs: now }) => [field, now]))
      save({ ...trouble, base: { ...trouble.base, ...theirs } })
    },
    [save],
  )

  const over = useMemo(() => {
    const changes = new Map<string, Values>()
    for (const edit of [...queue.flatMap(editsOf), ...sent])
      changes.set(edit.initiative, { ...changes.get(edit.initiative), ...edit.changes })
    return changes
  }, [queue, sent])
  const rows = useMemo(
    () =>
      over.size === 0
        ? all
        : all.map((row) => {
            const changes = over.get(row.key)
            return changes ? { ...row, ...withoutNull({ ...changes, ...answeredWords(changes) }) } : row
          }),
    [all, over],
  )
  const isMeant = useCallback((row: Row) => over.has(row.key), [over])
  return { rows, isMeant, save, troubles, settle }
}

export const conflictsOf = ({ refusals }: Pick<Trouble, 'refusals'>): FieldConflict[] =>
  refusals.flatMap((refusal) => (refusal.why === 'changedByOther' ? refusal.fields : []))

function editsOf({ name, args }: { name: string; args: unknown }): Edit[] {
  if (name === 'prepareInitiative') return [args as Edit]
  return name === 'editMany' ? (args as { rows: Edit[] }).rows : []
}

const withoutNull = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, value ?? undefined]))
