/** What was sent, version by version, to read as it was. */
import { useState } from 'react'
import { itemKinds } from '#src/lists/meetings.ts'
import type { AgendaChanges } from '#src/rules/meetings/agendaChanges.ts'
import { formatTime, formatWeekday } from '#src/text/formatTime.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { Material } from '../Material.tsx'
import { type SentAgenda, useSentAgenda } from './sentAgendas.ts'
import styles from './Prepare.module.css'

export function SentVersions({
  versions,
  changes,
}: {
  versions: readonly SentAgenda[]
  changes: AgendaChanges | undefined
}) {
  const { t } = useWords()
  if (versions.length === 0) return null
  return (
    <section className={`${styles.sent} no-print`} aria-labelledby='agenda-sent'>
      <h2 id='agenda-sent'>{t('agenda.sent')}</h2>
      {changes?.any && (
        <p>
          <span className={styles.late} aria-hidden='true'>
            ◆
          </span>{' '}
          {t('agenda.changedSince')}{' '}
          {changes.gone.length > 0 && t('agenda.gone', { titles: changes.gone.join(', ') })}{' '}
          {changes.moved && t('agenda.otherOrder')}
        </p>
      )}
      {versions.map((sent) => (
        <Version key={sent.version} sent={sent} />
      ))}
    </section>
  )
}

function Version({ sent }: { sent: SentAgenda }) {
  const { t, locale } = useWords()
  const { today } = useSession()
  const [open, setOpen] = useState(false)
  const [{ by, sentOn }] = sent.rows
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t('agenda.version', {
          version: sent.version,
          day: formatWeekday(sentOn, locale, { today }),
          name: by.name,
        })}
      </summary>
      {open && <Text sent={sent} />}
    </details>
  )
}

function Text({ sent }: { sent: SentAgenda }) {
  const words = useWords()
  const { t, locale } = words
  const { picture, error } = useSentAgenda(sent)
  if (error !== undefined) return <p role='alert'>{t('refusal.unavailable')}</p>
  if (!picture) return <p role='status'>{t('meetings.loading')}</p>
  return (
    <>
      <ol className={styles.sentItems}>
        {picture.items.map((item) => (
          <li key={item.key}>
            {item.starts && <span className={styles.quiet}>{formatTime(item.starts, locale)} </span>}
            <b>{item.title}</b>{' '}
            <span className={styles.quiet}>
              {[
                words.of(itemKinds, item.kind),
                item.presenter?.name,
                item.minutes !== undefined && t('meetings.minutesLong', { minutes: item.minutes }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {item.proposal && (
              <span className={styles.proposal}>{t('agenda.proposes', { proposal: item.proposal })}</span>
            )}
            <Material links={item.material} />
          </li>
        ))}
      </ol>
      <p className={styles.hash}>{t('agenda.hash', { hash: sent.hash })}</p>
    </>
  )
}
