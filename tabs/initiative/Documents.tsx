/** The documents of an initiative in the site's library: read with one's own right, added by dragging or choosing. */
import { Button } from '@fluentui/react-components'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { TrailEntry } from '#src/lists/decisions.ts'
import { documentFolderOf } from '#src/graph/documentFolder.ts'
import { type SiteFile, siteFiles } from '#src/graph/files.ts'
import { isConfidential } from '#src/rules/initiatives/confidential.ts'
import { MOST_BYTES } from '#src/rules/initiatives/documents.ts'
import { compareTexts, formatBytes, formatDay } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import { Refusals } from '../ui/Refusals.tsx'
import type { Whole } from '../ui/useWhole.ts'
import { Fold } from './Fold.tsx'
import { type Sending, useUploads } from './useUploads.ts'
import styles from './Initiative.module.css'

export function Documents({ whole, mayEdit }: { whole: Whole; mayEdit: boolean }) {
  const { t, locale } = useWords()
  const { initiative, trail } = whole
  const shut = isConfidential(initiative)
  const { files, error, reload } = useFiles(initiative.number)
  const uploads = useUploads(initiative.key, reload)
  const [over, setOver] = useState(false)
  const choose = useRef<HTMLInputElement>(null)
  const sorted = files?.toSorted((a, b) => compareTexts(locale)(a.name, b.name))
  const isBusy = uploads.sendings.some(({ state }) => state === 'sending' || state === 'waiting')
  return (
    <Fold
      id='documents'
      title={t('document.title')}
      says={
        sorted
          ? sorted.length === 0
            ? t('document.none')
            : t('document.says', { count: sorted.length })
          : error
            ? t('document.unreadable')
            : t('initiative.fetching')
      }
      opened={isBusy}
    >
      {error !== undefined && (
        <p role='alert'>
          {t('document.unreadable')} <Button onClick={reload}>{t('app.retry')}</Button>
        </p>
      )}
      {sorted && sorted.length > 0 && (
        <ul className={styles.rows}>
          {sorted.map((file) => (
            <FileRow key={file.id} file={file} entry={entryOf(trail, initiative.key, file)} />
          ))}
        </ul>
      )}
      {shut && <p role='note'>{t('confidential.files')}</p>}
      {mayEdit && !shut && (
        // Dropping is for the mouse; the button beside does the same by keyboard.
        <div
          className={styles.drop}
          data-over={over}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault()
            setOver(false)
            uploads.add([...event.dataTransfer.files])
          }}
        >
          <input
            ref={choose}
            type='file'
            multiple
            hidden
            aria-label={t('document.add')}
            onChange={(event) => {
              uploads.add([...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
          <Button size='small' onClick={() => choose.current?.click()}>
            {t('document.add')}
          </Button>
          <span className={styles.quiet}>
            {t('document.drop', { most: formatBytes(MOST_BYTES, locale) })}
          </span>
        </div>
      )}
      <ul className={styles.rows}>
        {uploads.sendings.map((sending) => (
          <SendingRow key={sending.id} sending={sending} {...uploads} />
        ))}
      </ul>
    </Fold>
  )
}

/** What the server put there says the server: who did it is in the history. */
const entryOf = (trail: readonly TrailEntry[], initiative: string, file: SiteFile) =>
  trail.find(({ key }) => key === `${initiative}/document/${file.id}`)

function FileRow({ file, entry }: { file: SiteFile; entry: TrailEntry | undefined }) {
  const { t, locale } = useWords()
  const { today } = useSession()
  const day = entry?.day ?? file.changedAt.slice(0, 10)
  return (
    <li>
      <a className={styles.link} href={file.webUrl} target='_blank' rel='noreferrer'>
        {file.name}
      </a>
      <span className={styles.quiet}>
        {[
          file.isFolder ? t('document.folder') : formatBytes(file.size, locale),
          entry?.person.name ?? file.changedBy,
          day && formatDay(day, locale, today),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  )
}

function SendingRow({
  sending,
  cancel,
  resume,
  forget,
}: { sending: Sending } & Pick<ReturnType<typeof useUploads>, 'cancel' | 'resume' | 'forget'>) {
  const { t, locale } = useWords()
  const { id, name, size, sent, state, failure, refusals } = sending
  if (state === 'done')
    return (
      <li>
        <span role='status'>{t('document.done', { name })}</span>
      </li>
    )
  const isGoing = state === 'sending' || state === 'waiting'
  return (
    <li>
      <span>{name}</span>
      {state === 'sending' && (
        <progress max={size} value={sent} aria-label={t('document.sending', { name })} />
      )}
      <span className={styles.quiet}>
        {isGoing
          ? t('document.progress', { sent: formatBytes(sent, locale), size: formatBytes(size, locale) })
          : failure
            ? t(`document.${failure}`)
            : state === 'stopped' && t('document.cancelled')}
      </span>
      <Refusals refusals={refusals} />
      <span className={styles.rowTools}>
        {isGoing && (
          <Button size='small' aria-label={t('document.cancelName', { name })} onClick={() => cancel(id)}>
            {t('app.cancel')}
          </Button>
        )}
        {state === 'stopped' && (
          <Button size='small' aria-label={t('document.resumeName', { name })} onClick={() => resume(id)}>
            {t('document.resume')}
          </Button>
        )}
        {!isGoing && (
          <Button
            size='small'
            appearance='subtle'
            aria-label={`${t('document.forget')} ${name}`}
            onClick={() => forget(id)}
          >
            {t('document.forget')}
          </Button>
        )}
      </span>
    </li>
  )
}

/** The folder as it stands, read with the person's own right. */
function useFiles(number: string) {
  const { session } = useSession()
  const [found, setFound] = useState<{ number: string; files: SiteFile[] }>()
  const [error, setError] = useState<unknown>()
  const reload = useCallback(() => {
    const { graph, site } = session.data.store
    siteFiles(graph, site.id)
      .listFiles(documentFolderOf({ number }))
      .then(
        (files) => {
          setFound({ number, files })
          setError(undefined)
        },
        (failed: unknown) => setError(failed),
      )
  }, [session, number])
  useEffect(reload, [reload])
  return { files: found?.number === number ? found.files : undefined, error, reload }
}
