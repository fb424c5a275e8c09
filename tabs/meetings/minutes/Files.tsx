/** The files of the minutes: those that are made by themselves, and copies that are made when somebody asks. */
import { useState } from 'react'
import { type Paper, type PaperKind, paperKinds } from '#src/lists/minutes.ts'
import { formatDay } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { Refusals } from '../../ui/Refusals.tsx'
import type { HeldMeeting } from '../useMeeting.ts'
import { useAsk } from '../useAsk.ts'
import { useMayInMeeting } from '../useMayInMeeting.ts'
import { useAgain } from './useAgain.ts'
import buttons from '../../ui/Buttons.module.css'
import forms from '../Forms.module.css'
import meetings from '../Meetings.module.css'
import styles from './Minutes.module.css'

/** As they are looked for. */
const inOrder: readonly PaperKind[] = ['minutes', 'notes', 'correction', 'summary', 'publication', 'extract']

/** What can be asked for; the first two come by themselves when the minutes are fixed. */
const wanted = ['minutes', 'publication', 'summary'] as const satisfies readonly PaperKind[]

export function Files({ held }: { held: HeldMeeting }) {
  const words = useWords()
  const { t } = words
  const { ask, refusals, busy } = useAsk()
  const [making, setMaking] = useState<PaperKind>()
  const { meeting, papers, items } = held
  const isFixed = meeting.state === 'verified' || meeting.state === 'settled'
  const isWaiting = isFixed && meeting.finished !== `${meeting.state}/${meeting.minutesVersion}`
  useAgain(isWaiting, held.reload)
  const files = filesOf(papers)
  const valid = meeting.validVersion ?? meeting.minutesVersion
  const has = (kinds: readonly PaperKind[]) =>
    files.some((paper) => kinds.includes(paper.kind) && paper.edition === valid)
  // What is written for those who weren't there may have changed since its file was made.
  const missing = wanted.filter(
    (kind) => kind === 'summary' || !has(kind === 'minutes' ? ['minutes', 'notes', 'correction'] : [kind]),
  )
  const mayDraft = useMayInMeeting('hold', held.forum, meeting) && meeting.state === 'held'
  if (!isFixed && !mayDraft && files.length === 0) return null
  const make = (kind: (typeof wanted)[number]) => {
    setMaking(kind)
    void ask('makePaper', { meeting: meeting.key, kind }).finally(() => setMaking(undefined))
  }
  return (
    <section className={meetings.section} aria-labelledby='minutes-files'>
      <h2 id='minutes-files'>{t('minutes.files')}</h2>
      {isWaiting && <p role='status'>{t('minutes.filesComing')}</p>}
      <ul className={styles.files}>
        {files.map((paper) => (
          <File
            key={paper.key}
            paper={paper}
            about={items.find(({ key }) => key === paper.item?.key)?.title}
          />
        ))}
      </ul>
      {files.length === 0 && isFixed && !isWaiting && (
        <p className={meetings.quiet}>{t('minutes.noFiles')}</p>
      )}
      {isFixed && (
        <div className={`${forms.actions} no-print`}>
          {missing.map((kind) => (
            <button
              key={kind}
              type='button'
              className={buttons.button}
              disabled={busy}
              onClick={() => make(kind)}
            >
              {t('minutes.makePaper', { kind: words.of(paperKinds, kindOf(kind, meeting)).toLowerCase() })}
            </button>
          ))}
          <span role='status'>
            {making && t('minutes.making', { kind: words.of(paperKinds, kindOf(making, meeting)) })}
          </span>
        </div>
      )}
      {isFixed && <p className={meetings.quiet}>{t('minutes.publicationAbout')}</p>}
      {mayDraft && (
        <div className={`${forms.actions} no-print`}>
          <button type='button' className={buttons.button} disabled={busy} onClick={() => make('minutes')}>
            {t('minutes.makeDraft')}
          </button>
          <span role='status'>
            {making && t('minutes.making', { kind: words.of(paperKinds, kindOf(making, meeting)) })}
          </span>
        </div>
      )}
      {isFixed && !isWaiting && files.some(isWithoutPdf) && (
        <p className={meetings.quiet}>{t('refusal.noConverter')}</p>
      )}
      <Refusals refusals={refusals} />
    </section>
  )
}

/** Newest of each kind, version and item: one that says more took the place of what was made before. */
export function filesOf(papers: readonly Paper[]): Paper[] {
  const made = papers
    .filter(({ file, part, kind }) => file !== undefined && part === 1 && kind !== 'agenda')
    .toSorted(
      (one, other) =>
        other.edition - one.edition ||
        inOrder.indexOf(one.kind) - inOrder.indexOf(other.kind) ||
        (one.sentOn < other.sentOn ? 1 : -1),
    )
  return made.filter(
    (paper, index) => made.findIndex(({ fileName }) => fileName === paper.fileName) === index,
  )
}

/** The minutes themselves come as PDF too, where the service makes one. */
const isWithoutPdf = ({ kind, pdf }: Paper) =>
  pdf === undefined && (kind === 'minutes' || kind === 'notes' || kind === 'correction')

/** Notes are minutes of another kind. */
const kindOf = (kind: PaperKind, { minutesKind }: HeldMeeting['meeting']): PaperKind =>
  kind === 'minutes' && minutesKind === 'notes' ? 'notes' : kind

function File({ paper, about }: { paper: Paper; about: string | undefined }) {
  const words = useWords()
  const { t, locale } = words
  const { today } = useSession()
  const name = paper.fileName ?? words.of(paperKinds, paper.kind)
  return (
    <li>
      <a href={paper.file} target='_blank' rel='noreferrer'>
        {name}
      </a>
      {paper.pdf && (
        <>
          {' · '}
          <a href={paper.pdf} target='_blank' rel='noreferrer' aria-label={t('minutes.pdfOf', { name })}>
            PDF
          </a>
        </>
      )}
      <span className={meetings.block}>
        <span className={meetings.quiet}>
          {[
            words.of(paperKinds, paper.kind),
            about,
            t('minutes.fileVersion', { version: paper.edition }),
            formatDay(paper.sentOn, locale, today),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
    </li>
  )
}
