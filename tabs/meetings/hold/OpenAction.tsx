/** The action from an earlier meeting that an item follows up: done, moved or handed over there and then. */
import { use, useCallback } from 'react'
import { type ActionItem, actionItems } from '#src/lists/actionItems.ts'
import type { ListReader } from '#src/graph/listReader.ts'
import { useWords } from '../../language.ts'
import { useRead } from '../../ui/useRead.ts'
import { ActionLine } from '../register/ActionLine.tsx'
import styles from './Hold.module.css'

/** The action in an item's cause, as agendas write it (rules/meetings/agendaCarried.ts). */
export const actionIn = (cause: string | undefined) =>
  cause?.startsWith('action/') ? cause.slice('action/'.length) : undefined

export function OpenAction({ action }: { action: string }) {
  const words = useWords()
  use(words.learn('register'))
  const { rows } = useRead(
    'actionItems',
    useCallback((store: ListReader) => store.where(actionItems, { column: 'key', value: action }), [action]),
    useCallback((row: ActionItem) => row.key === action, [action]),
  )
  const [row] = rows ?? []
  if (!row) return null
  return (
    <ul className={styles.actions} aria-label={words.t('holding.openAction')}>
      <ActionLine action={row} />
    </ul>
  )
}
