/** The administration's position on a matter, or what came of it: read, and written by whoever may. */
import { useEffect, useId, useRef, useState } from 'react'
import type { AgendaItem } from '#src/lists/meetings.ts'
import { type Position, positions } from '#src/lists/minutes.ts'
import type { Unit } from '#src/lists/organisation.ts'
import { formatDay } from '#src/text/format.ts'
import { newKey } from '../../act.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import { useAsk } from '../useAsk.ts'
import { useKeptDraft } from '../useKeptDraft.ts'
import buttons from '../../ui/Buttons.module.css'
import common from '../Parts.module.css'
import styles from './Brief.module.css'

export function PositionEdit({
  column,
  item,
  unit,
  position,
  mayState,
}: {
  column: 'position' | 'result'
  item: AgendaItem
  unit: Unit
  position: Position | undefined
  mayState: boolean
}) {
  const { t, label, locale } = useWords()
  const { today } = useSession()
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const made = useRef(newKey())
  const name = `draft/${column}/${item.key}/${unit.key}`
  const { draft, write, clear } = useKeptDraft<{ text: string; base: string }>(name)
  const { ask, refusals, busy, forget } = useAsk()
  const [open, setOpen] = useState(false)
  const [closed, setClosed] = useState(false)
  const saved = position?.[column] ?? ''
  const isEditing = open || draft.text !== undefined
  const text = draft.text ?? saved
  useEffect(() => {
    // The form is gone with the focus in it: the button that opened it is there again.
    if (closed && !isEditing) button.current?.focus()
  }, [closed, isEditing])
  const close = () => {
    clear()
    forget()
    setOpen(false)
    setClosed(true)
  }
  const save = async () => {
    const done = await ask(
      'savePosition',
      {
        position: position?.key ?? made.current,
        item: item.key,
        unit: unit.key,
        values: { [column]: text.trim() || null },
        base: { [column]: (draft.base ?? saved) || null },
      },
      position ? { [position.key]: position.version } : {},
    )
    if (done) close()
  }
  const title =
    column === 'position' ? t('brief.ours', { unit: unit.short ?? unit.title }) : t('brief.result')
  return (
    <div className={styles.position}>
      <h3 id={id}>{title}</h3>
      {isEditing && mayState ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          <textarea
            className={common.summary}
            aria-labelledby={id}
            rows={3}
            value={text}
            onChange={({ target }) => write({ text: target.value, base: draft.base ?? saved })}
          />
          <Refusals refusals={refusals} />
          <div className={common.acts}>
            <button type='submit' className={buttons.primary} disabled={busy || text.trim() === saved.trim()}>
              {t('app.save')}
            </button>
            <button type='button' className={buttons.button} onClick={close}>
              {t('app.cancel')}
            </button>
            {text.trim() === '' && column === 'position' && (
              <span className={common.quiet}>{t('brief.writePosition')}</span>
            )}
          </div>
        </form>
      ) : (
        <>
          {saved ? (
            <p className={styles.text}>
              {saved}{' '}
              {column === 'position' && position && (
                <span className={common.quiet}>
                  {t('brief.statedBy', {
                    who: position.by.name,
                    day: formatDay(position.day, locale, today),
                  })}
                </span>
              )}
            </p>
          ) : (
            <p className={common.quiet}>
              {column === 'position' ? t('brief.noPosition') : t('brief.noResult')}
            </p>
          )}
          {mayState && (
            <button
              ref={button}
              type='button'
              className={`${buttons.button} no-print`}
              onClick={() => {
                setClosed(false)
                setOpen(true)
              }}
            >
              {t(saved ? 'brief.change' : 'brief.write')}
              <span className='visually-hidden'>
                {' '}
                {label(positions, column)} {item.title}
              </span>
            </button>
          )}
        </>
      )}
    </div>
  )
}
