/** A text that is saved while it is written; when somebody else changed it too, both versions side by side. */
import { useEffect, useId, useRef, useState } from 'react'
import type { AgendaItem } from '#src/lists/meetings.ts'
import { agendaItems } from '#src/lists/meetings.ts'
import { useWords } from '../../language.ts'
import buttons from '../../ui/Buttons.module.css'
import forms from '../Forms.module.css'
import type { NoteField as Field } from './autosave.ts'
import { useNotes, useReady, useText, useTheirs } from './useNotes.ts'
import styles from './Hold.module.css'

export function NoteField({
  item,
  field,
  rows = 2,
  label,
  readOnly = false,
}: {
  item: AgendaItem
  field: Field
  rows?: number
  /** When the name of the column doesn't say it. */
  label?: string
  readOnly?: boolean
}) {
  const words = useWords()
  const id = useId()
  const [text, type] = useText(item.key, field)
  const theirs = useTheirs(item.key, field)
  const ready = useReady()
  const name = label ?? words.label(agendaItems, field)
  return (
    <div className={forms.field}>
      <label htmlFor={id} className={styles.label}>
        {name}
      </label>
      <textarea
        id={id}
        data-note={field}
        className={styles.text}
        rows={Math.max(rows, text.split('\n').length)}
        value={text}
        // What a closed page left is on its way from the browser: nothing may be typed over it.
        readOnly={readOnly || !ready}
        onChange={(event) => type(event.target.value)}
      />
      {theirs !== undefined && (
        <Clash item={item.key} field={field} name={name} mine={text} theirs={theirs} />
      )}
    </div>
  )
}

function Clash({
  item,
  field,
  name,
  mine,
  theirs,
}: {
  item: string
  field: Field
  name: string
  mine: string
  theirs: string
}) {
  const { t } = useWords()
  const notes = useNotes()
  const [merged, setMerged] = useState<string>()
  const editor = useRef<HTMLTextAreaElement>(null)
  const isMerging = merged !== undefined
  useEffect(() => {
    if (isMerging) editor.current?.focus()
  }, [isMerging])
  const choose = (text: string) => notes.choose(item, field, text)
  return (
    <section className={styles.clash} aria-label={t('holding.clash', { field: name })}>
      <p role='alert'>▲ {t('holding.clashAbout', { field: name })}</p>
      <div className={styles.versions}>
        <div>
          <b>{t('holding.mine')}</b>
          <p className={styles.version}>{mine || t('holding.empty')}</p>
          <button type='button' className={buttons.button} onClick={() => choose(mine)}>
            {t('holding.keepMine')}
          </button>
        </div>
        <div>
          <b>{t('holding.theirs')}</b>
          <p className={styles.version}>{theirs || t('holding.empty')}</p>
          <button type='button' className={buttons.button} onClick={() => choose(theirs)}>
            {t('holding.takeTheirs')}
          </button>
        </div>
      </div>
      {merged === undefined ? (
        <button type='button' className={buttons.button} onClick={() => setMerged(`${theirs}\n${mine}`)}>
          {t('holding.merge')}
        </button>
      ) : (
        <>
          <label className={forms.field}>
            {t('holding.merged')}
            <textarea
              ref={editor}
              rows={Math.max(3, merged.split('\n').length)}
              value={merged}
              onChange={(event) => setMerged(event.target.value)}
            />
          </label>
          <button type='button' className={buttons.primary} onClick={() => choose(merged)}>
            {t('holding.saveMerged')}
          </button>
        </>
      )}
    </section>
  )
}
