/** An item of the agenda as its preparer sees it: when it begins, what it is, and what can be done with it. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { type AgendaItem, itemKinds } from '#src/lists/meetings.ts'
import type { Elsewhere } from '#src/rules/meetings/onOtherAgendas.ts'
import { becauseText } from '#src/text/because.ts'
import { formatTime } from '#src/text/formatTime.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { Material } from '../Material.tsx'
import type { Asking } from '../useAsk.ts'
import type { useDragRows } from './useDragRows.ts'
import { OtherAgendas } from './OtherAgendas.tsx'
import { MinutesInput } from './MinutesInput.tsx'
import buttons from '../../ui/Buttons.module.css'
import styles from './Prepare.module.css'

/** What in the row had the focus. */
export type RowControl = 'up' | 'down' | 'edit' | 'minutes' | 'off'

export function AgendaRow({
  item,
  number,
  starts,
  mark,
  isFirst,
  isLast,
  handle,
  shift,
  ask,
  editing,
  edit,
  takeOff,
  elsewhere,
  children,
}: {
  item: AgendaItem
  number: number
  starts: string | undefined
  /** Since the agenda was sent. */
  mark: 'added' | 'changed' | undefined
  isFirst: boolean
  isLast: boolean
  handle: ReturnType<ReturnType<typeof useDragRows>>
  shift: (item: AgendaItem, by: -1 | 1, control: RowControl) => void
  ask: Asking['ask']
  editing: boolean
  edit: () => void
  takeOff: () => void
  /** Other meetings that carry the same matter. */
  elsewhere: readonly Elsewhere[]
  /** The form, while it is open. */
  children: ReactNode
}) {
  const words = useWords()
  const { t, locale } = words
  const { today } = useSession()
  const why = item.because ? becauseText(item.because, words, today) : ''
  const save = (values: Record<string, unknown>, base: Record<string, unknown>) =>
    ask('saveItem', { item: item.key, forum: item.forum.key, values, base }, { [item.key]: item.version })
  return (
    <li data-item={item.key} className={styles.item}>
      <span className={`${styles.handle} no-print`} aria-hidden='true' {...handle}>
        ⠿
      </span>
      <span className={styles.time}>{starts && formatTime(starts, locale)}</span>
      <div className={styles.body}>
        <b>
          {number}.{' '}
          {item.initiative ? (
            <Link className={styles.link} href={`/initiative/${encodeURIComponent(item.initiative.key)}`}>
              {item.title}
            </Link>
          ) : (
            item.title
          )}
        </b>{' '}
        {mark && (
          <span className={styles.mark}>◆ {t(mark === 'added' ? 'agenda.isNew' : 'agenda.isChanged')}</span>
        )}
        <span className={styles.meta}>
          {[
            words.of(itemKinds, item.kind),
            // A reason often names the one who presents it.
            item.presenter && !why.includes(item.presenter.name) && item.presenter.name,
            item.source !== 'standing' && why,
            item.initiative && item.initiative.title !== item.title && item.initiative.title,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <OtherAgendas found={elsewhere} />
        {item.proposal && (
          <span className={styles.proposal}>{t('agenda.proposes', { proposal: item.proposal })}</span>
        )}
        {item.question && <span className={styles.proposal}>{item.question}</span>}
        <Material links={item.material} />
      </div>
      <MinutesInput
        value={item.minutes}
        label={t('agenda.minutesOf', { title: item.title })}
        save={(minutes) => void save({ minutes }, { minutes: item.minutes ?? null })}
      />
      <span className={`${styles.tools} no-print`}>
        <button
          type='button'
          className={buttons.small}
          data-control='up'
          disabled={isFirst}
          aria-label={t('agenda.up', { title: item.title })}
          onClick={() => shift(item, -1, 'up')}
        >
          ↑
        </button>
        <button
          type='button'
          className={buttons.small}
          data-control='down'
          disabled={isLast}
          aria-label={t('agenda.down', { title: item.title })}
          onClick={() => shift(item, 1, 'down')}
        >
          ↓
        </button>
        <button
          type='button'
          className={buttons.small}
          data-control='edit'
          aria-expanded={editing}
          aria-label={t('agenda.editItem', { title: item.title })}
          onClick={edit}
        >
          {t('agenda.edit')}
        </button>
        <button
          type='button'
          className={buttons.small}
          data-control='off'
          aria-label={t('agenda.takeOffItem', { title: item.title })}
          onClick={takeOff}
        >
          {t('agenda.takeOff')}
        </button>
      </span>
      {children && <div className={styles.below}>{children}</div>}
    </li>
  )
}
