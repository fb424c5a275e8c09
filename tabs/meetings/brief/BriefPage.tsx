/** The director's brief before a meeting that several administrations share, and the outcome back after it. */
import { useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { mandates, people, type Unit, units } from '#src/lists/organisation.ts'
import { administrationsOfPerson } from '#src/rules/meetings/brief.ts'
import { mayStatePosition } from '#src/rules/meetings/meetingRights.ts'
import { treeOf } from '#src/rules/organisation/tree.ts'
import { useSession } from '../../context.ts'
import { useItems, useStatus } from '../../data.ts'
import { useWords } from '../../language.ts'
import { Page } from '../../ui/Page.tsx'
import { Unread } from '../../ui/Unread.tsx'
import { Waiting } from '../../ui/Waiting.tsx'
import { MeetingHead } from '../MeetingHead.tsx'
import type { HeldMeeting } from '../useMeeting.ts'
import { ShownConfidential } from '../ShownConfidential.tsx'
import buttons from '../../ui/Buttons.module.css'
import common from '../Parts.module.css'
import { Matter } from './Matter.tsx'
import { useBrief } from './useBrief.ts'
import styles from './Brief.module.css'

export function BriefPage({ id }: { id: string }) {
  const { t } = useWords()
  const { session } = useSession()
  const { phase } = useStatus(session.data)
  const places = useItems(session.data, units)
  const rows = useItems(session.data, people)
  const posts = useItems(session.data, mandates)
  const tree = treeOf(places)
  const { unit, administrations, choose } = useUnit()
  const [withConfidential, setWith] = useState(false)
  const { held, matters, confidential, error, reload } = useBrief(id, unit, withConfidential)
  const { meeting, forum, template, missing, complete } = held
  const isHere = places.length > 0 || phase === 'ready' || phase === 'failed'
  const { id: me } = session.person
  const mine = rows.filter(({ person }) => person.id === me)
  const mayState =
    unit !== undefined &&
    forum !== undefined &&
    mayStatePosition({ id: me, rows: mine }, unit.key, { tree, forum, mandates: posts })
  return (
    <Page
      title={meeting ? t('brief.title', { meeting: meeting.title }) : t('brief.titleOnly')}
      tools={
        meeting && (
          <span className={`${common.acts} no-print`}>
            <button type='button' className={buttons.button} onClick={() => window.print()}>
              {t('decisions.print')}
            </button>
            <Link className={common.link} href={`/meeting/${encodeURIComponent(meeting.key)}`}>
              {t('brief.toMeeting')}
            </Link>
          </span>
        )
      }
    >
      {error !== undefined && <Unread reload={reload} className={common.notice} />}
      {missing && <p>{t('meetings.gone')}</p>}
      {(!isHere || !complete) && !missing && error === undefined && <Waiting />}
      {meeting && complete && isHere && (
        <>
          <MeetingHead held={held as HeldMeeting} />
          {!template?.joint && <p className={common.notice}>{t('brief.notJoint')}</p>}
          {administrations.length !== 1 && (
            <label className={`${styles.unit} no-print`}>
              {t('brief.unit')}{' '}
              <select value={unit?.key ?? ''} onChange={({ target }) => choose(target.value)}>
                {!unit && <option value=''>{t('brief.chooseUnit')}</option>}
                {administrations.map(({ key, title }) => (
                  <option key={key} value={key}>
                    {title}
                  </option>
                ))}
              </select>
            </label>
          )}
          {unit && (
            <p className={styles.lead}>
              {t(mayState ? 'brief.for' : 'brief.forReading', { unit: unit.title })}
            </p>
          )}
          <ShownConfidential count={confidential} shown={withConfidential} show={setWith} />
          {unit && !matters && error === undefined && <Waiting />}
          {unit && matters?.length === 0 && <p className={common.quiet}>{t('brief.noMatters')}</p>}
          {unit &&
            matters?.map((matter, i) => (
              <Matter
                key={matter.item.key}
                matter={matter}
                number={i + 1}
                unit={unit}
                mayState={mayState && template?.joint === true}
              />
            ))}
        </>
      )}
    </Page>
  )
}

/** Whose brief it is: the administration in the address, else the reader's own; whoever has none chooses among all. */
function useUnit() {
  const { session } = useSession()
  const places = useItems(session.data, units)
  const rows = useItems(session.data, people)
  const [params, setParams] = useSearchParams()
  const own = administrationsOfPerson(session.person.id, {
    people: rows,
    units: places,
    tree: treeOf(places),
  })
  const all = places.filter(({ kind }) => kind === 'administration')
  const asked = all.find(({ key }) => key === params.get('unit'))
  const administrations: readonly Unit[] = own.length > 0 && (!asked || own.includes(asked)) ? own : all
  return {
    unit: asked ?? own[0],
    administrations,
    choose: (key: string) => setParams(key ? { unit: key } : {}, { replace: true }),
  }
}
