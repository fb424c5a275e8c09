/** One item while it is talked about: what it is, what is said, what is decided, who does what. */
import { type Ref as ReactRef, Suspense, useState } from 'react'
import { Link } from 'wouter'
import type { Day } from '#src/lists/columns.ts'
import { type AgendaItem, itemKinds } from '#src/lists/meetings.ts'
import { wayBackTo } from '../../start.ts'
import { useWords } from '../../language.ts'
import type { HeldMeeting } from '../useMeeting.ts'
import { Actions } from './Actions.tsx'
import { Decision } from './Decision.tsx'
import { actionIn, OpenAction } from './OpenAction.tsx'
import { NoteField } from './NoteField.tsx'
import { type Attending, presentOf } from './people.ts'
import { SendOn } from './SendOn.tsx'
import { Spent } from './Spent.tsx'
import { useText } from './useNotes.ts'
import styles from './Hold.module.css'

export interface Writing {
  /** May write notes, attendance and actions. */
  hold: boolean
  /** May record decisions. */
  decide: boolean
  whyNot: string | undefined
}

export function ItemView({
  held,
  item,
  number,
  attending,
  writing,
  spentMs,
  nextMeeting,
  title,
}: {
  held: HeldMeeting
  item: AgendaItem
  /** Its place on the agenda. */
  number: number
  attending: readonly Attending[]
  writing: Writing
  spentMs: number
  nextMeeting: Day | undefined
  title: ReactRef<HTMLHeadingElement>
}) {
  const words = useWords()
  const { t } = words
  const { initiative, material = [], presenter, proposal, question, askedBy } = item
  const action = actionIn(item.cause)
  const paragraph = held.paragraphs.find((one) => one.item.key === item.key)?.number
  return (
    <article className={styles.item} aria-labelledby='item-title'>
      <h2 id='item-title' ref={title} tabIndex={-1} className={styles.title}>
        {number}. {item.title}
      </h2>
      <p className={styles.quiet}>
        {[words.of(itemKinds, item.kind), presenter?.name, paragraph !== undefined && `§ ${paragraph}`]
          .filter(Boolean)
          .join(' · ')}{' '}
        · <Spent spentMs={spentMs} plannedMinutes={item.minutes} />
      </p>
      {initiative && (
        <p>
          <Link
            className={styles.link}
            href={`/initiative/${encodeURIComponent(initiative.key)}`}
            state={wayBackTo(`${window.location.pathname}${window.location.search}`)}
          >
            {initiative.title}
          </Link>
        </p>
      )}
      {material.length > 0 && (
        <ul className={styles.material}>
          {material.map(({ name, url }) => (
            <li key={`${name}${url ?? ''}`}>
              {url ? (
                <a className={styles.link} href={url} target='_blank' rel='noreferrer'>
                  {name}
                </a>
              ) : (
                name
              )}
            </li>
          ))}
        </ul>
      )}
      {action && (
        <Suspense fallback={null}>
          <OpenAction action={action} />
        </Suspense>
      )}
      {question && (
        <div className={styles.asked}>
          <p>
            {askedBy ? t('holding.askedBy', { forum: askedBy.title }) : t('holding.asked')}: {question}
          </p>
          {item.asks && (
            <NoteField item={item} field='answer' label={t('holding.answer')} readOnly={!writing.hold} />
          )}
        </div>
      )}
      {proposal && (
        <p className={styles.proposal}>
          <b>{t('holding.proposal')}:</b> {proposal}
        </p>
      )}
      <NoteField item={item} field='notes' rows={5} readOnly={!writing.hold} />
      <Formal item={item} readOnly={!writing.hold} />
      <Decision
        held={held}
        item={item}
        attending={attending}
        mayDecide={writing.decide}
        whyNot={writing.whyNot}
      />
      <Actions
        held={held}
        item={item}
        present={presentOf(attending)}
        nextMeeting={nextMeeting}
        mayWrite={writing.hold}
      />
      {writing.hold && <SendOn item={item} />}
    </article>
  )
}

/** Proposals and basis are seldom written at the meeting: folded until there is something in them. */
function Formal({ item, readOnly }: { item: AgendaItem; readOnly: boolean }) {
  const { t } = useWords()
  const [proposals] = useText(item.key, 'proposals')
  const [basis] = useText(item.key, 'basis')
  const [open, setOpen] = useState<boolean>()
  const isOpen = open ?? Boolean(proposals || basis)
  return (
    <details
      className={styles.more}
      open={isOpen}
      onToggle={({ currentTarget }) => currentTarget.open !== isOpen && setOpen(currentTarget.open)}
    >
      <summary>{t('holding.formal')}</summary>
      <NoteField item={item} field='proposals' readOnly={readOnly} />
      <NoteField item={item} field='basis' readOnly={readOnly} />
    </details>
  )
}
