/** The short summary of a meeting: composed from its decisions and actions, edited, saved, copied and sent to unit managers. */
import { useId, useState } from 'react'
import type { ActionItem } from '#src/lists/actionItems.ts'
import type { AgendaItem, Meeting } from '#src/lists/meetings.ts'
import type { Forum } from '#src/lists/organisation.ts'
import { formatDay } from '#src/text/format.ts'
import { summaryText } from '#src/text/summary.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import { Refusals } from '../ui/Refusals.tsx'
import { useAsk } from './useAsk.ts'
import { useKeptDraft } from './useKeptDraft.ts'
import { useMayInMeeting } from './useMayInMeeting.ts'
import buttons from '../ui/Buttons.module.css'
import styles from './Parts.module.css'

/** A mail program takes no longer an address: https://learn.microsoft.com/troubleshoot/windows-client/shell-experience/command-line-string-limitation */
const LONGEST_MAIL = 1_900

/** Needs the sentences of `meetings` and `register`. Nothing is shown to others than those who prepare until there is a summary. */
export function SummaryEdit({
  meeting,
  forum,
  items,
  actions,
  next,
  receivers,
}: {
  meeting: Meeting
  forum: Forum
  /** Of the meeting. */
  items: readonly AgendaItem[]
  actions: readonly ActionItem[]
  next?: Meeting | undefined
  /** Mail addresses. */
  receivers: readonly string[]
}) {
  const words = useWords()
  const { t, locale } = words
  const { today } = useSession()
  const id = useId()
  const mayWrite = useMayInMeeting('prepare', forum, meeting)
  const { draft, write, clear } = useKeptDraft<{ text: string }>(`draft/summary/${meeting.key}`)
  const { ask, refusals, busy } = useAsk()
  const [said, setSaid] = useState('')
  const composed = () => summaryText({ meeting, forum, items, actions, next }, words, today)
  const saved = meeting.summary ?? ''
  const text = draft.text ?? (saved || (mayWrite ? composed() : ''))
  const isNew = text !== saved
  if (!mayWrite && !saved) return null

  const save = async () => {
    const done = await ask(
      'saveMeeting',
      {
        meeting: meeting.key,
        forum: forum.key,
        values: { summary: text.trim() || null },
        base: { summary: meeting.summary ?? null },
      },
      { [meeting.key]: meeting.version },
    )
    if (!done) return
    clear()
    setSaid(t('summary.saved'))
  }
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setSaid(t('summary.copied'))
  }
  const day = formatDay(meeting.day, locale, today)
  return (
    <section className={`${styles.section} no-print`} aria-labelledby={id}>
      <h2 id={id}>{t('summary.title', { day })}</h2>
      <p className={styles.quiet}>{t(mayWrite ? 'summary.about' : 'summary.read')}</p>
      {mayWrite ? (
        <textarea
          className={styles.summary}
          aria-labelledby={id}
          rows={Math.min(20, Math.max(6, text.split('\n').length + 1))}
          value={text}
          onChange={({ target }) => {
            setSaid('')
            write({ text: target.value })
          }}
        />
      ) : (
        <p className={styles.summaryText}>{text}</p>
      )}
      <div className={styles.acts}>
        {mayWrite && (
          <button
            type='button'
            className={buttons.primary}
            disabled={busy || !isNew}
            onClick={() => void save()}
          >
            {t('app.save')}
          </button>
        )}
        <button type='button' className={buttons.button} onClick={() => void copy()}>
          {t('summary.copy')}
        </button>
        {receivers.length > 0 && (
          <a
            className={styles.buttonLink}
            href={mailTo(receivers, t('summary.subject', { forum: forum.title, day }), text)}
          >
            {t('summary.mail', { count: receivers.length })}
          </a>
        )}
        {mayWrite && text !== composed() && (
          <button type='button' className={buttons.button} onClick={() => write({ text: composed() })}>
            {t('summary.again')}
          </button>
        )}
        <span role='status'>{said}</span>
      </div>
      {mayWrite && isNew && saved !== '' && <p className={styles.quiet}>{t('summary.unsaved')}</p>}
      <Refusals refusals={refusals} />
    </section>
  )
}

/** A text that is too long for an address is left out: it is copied and put in by hand. */
function mailTo(receivers: readonly string[], subject: string, body: string): string {
  const start = `mailto:?bcc=${receivers.map(encodeURIComponent).join(';')}&subject=${encodeURIComponent(subject)}`
  const whole = `${start}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`
  return whole.length <= LONGEST_MAIL ? whole : start
}
