/** The initiative: what waits to be decided first, then what it is, what it costs and what has happened. */
import { Button } from '@fluentui/react-components'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Link } from 'wouter'
import { people } from '#src/lists/organisation.ts'
import { needsOf, nextGate } from '#src/rules/gates.ts'
import { needs, scopeOf } from '#src/rules/needs.ts'
import { may, permissions } from '#src/rules/permissions.ts'
import { latestFirst } from '#src/rules/initiatives/history.ts'
import { isConfidential, titleToOthers } from '#src/rules/initiatives/confidential.ts'
import { isProject } from '#src/rules/initiatives/projectPoints.ts'
import { formatDay, formatList } from '#src/text/format.ts'
import { useSession } from '../context.ts'
import { useItems } from '../data.ts'
import { useWords } from '../language.ts'
import { NamedAxes } from '../ui/axes/NamedAxes.tsx'
import { Page } from '../ui/Page.tsx'
import { ReportsSection } from '../ui/reports/ReportsSection.tsx'
import { leaving, portfolioLeft } from '../ui/wayBack.ts'
import { Waiting } from '../ui/Waiting.tsx'
import { BusinessCase } from './BusinessCase.tsx'
import { DecisionList } from './DecisionList.tsx'
import { NextGate } from '../ui/deciding/NextGate.tsx'
import { OriginalRow } from './OriginalRow.tsx'
import { Section } from './Section.tsx'
import { sectionOf, type SectionRow, sections } from './sections.ts'
import { UsedFields } from './UsedFields.tsx'
import { SimilarSection } from '../ui/similar/SimilarSection.tsx'
import { useDecisionNames } from '../ui/useDecisionNames.ts'
import { useSharedLink } from '../ui/useSharedLink.ts'
import { useWhole, type Whole } from '../ui/useWhole.ts'
import styles from './Initiative.module.css'

const Confidential = lazy(() => import('./Confidential.tsx').then((m) => ({ default: m.Confidential })))
const Dependencies = lazy(() => import('./Dependencies.tsx').then((m) => ({ default: m.Dependencies })))
const Documents = lazy(() => import('./Documents.tsx').then((m) => ({ default: m.Documents })))
const FinancingKey = lazy(() => import('./FinancingKey.tsx').then((m) => ({ default: m.FinancingKey })))
const Receptions = lazy(() => import('./Receptions.tsx').then((m) => ({ default: m.Receptions })))
const SteeringAppointment = lazy(() =>
  import('./SteeringAppointment.tsx').then((m) => ({ default: m.SteeringAppointment })),
)
const RankLine = lazy(() => import('./RankLine.tsx').then((m) => ({ default: m.RankLine })))
const History = lazy(() => import('./History.tsx').then((m) => ({ default: m.History })))
const ProjectPoints = lazy(() => import('./ProjectPoints.tsx').then((m) => ({ default: m.ProjectPoints })))

export function InitiativePage({ id: initiativeKey }: { id: string }) {
  const { t, word, locale } = useWords()
  const { session, today } = useSession()
  const { whole, missing, error, reload } = useWhole(initiativeKey)
  const who = useItems(session.data, people)
  const nameOf = useDecisionNames(whole?.decisions ?? [])
  const [open, setOpen] = useState<{ section: string; field?: string } | undefined>(fieldAsked)
  if (missing)
    return (
      <Page title={t('app.title')}>
        <p>{t('app.notFound')}</p>
        <BackLink />
      </Page>
    )
  if (!whole)
    return error ? (
      <Page title={t('app.title')}>
        <p role='alert'>{t('refusal.unavailable')}</p>
        <Button onClick={() => void reload()}>{t('app.retry')}</Button>
      </Page>
    ) : (
      <Waiting />
    )

  const { initiative, complete } = whole
  const roles = who.filter((row) => row.person.id === session.person.id).flatMap((row) => row.roles ?? [])
  const mayPrepare = complete && may('prepare', { id: session.person.id, roles }, initiative)
  const gate = nextGate(initiative, whole.preparation.process)
  const asked = new Set<string>(gate ? needsOf(gate).map((need) => needs[need].field) : [])
  const fields = (section: SectionRow, more?: ReactNode) => (
    <Section
      section={section}
      initiative={initiative}
      mayEdit={mayPrepare}
      asked={asked}
      opened={open?.section === section.id}
      field={open?.field}
      setOpened={(on) => setOpen(on ? { section: section.id } : undefined)}
    >
      {more}
    </Section>
  )
  return (
    <Page
      title={initiative.title}
      tools={
        <CopyLink
          route={`/initiative/${encodeURIComponent(initiative.key)}`}
          label={titleToOthers(initiative)}
        />
      }
    >
      <p className={styles.lead}>
        <BackLink from={initiative.key} /> · {initiative.number} · <b>{word('stages', initiative.stage)}</b>
        {initiative.stageSince &&
          ` ${t(isFromImport(whole) ? 'initiative.sinceImport' : 'initiative.since', {
            day: formatDay(initiative.stageSince, locale, today),
          })}`}
        {initiative.state !== 'active' && (
          <>
            {' '}
            · <b>{word('states', initiative.state)}</b>
          </>
        )}{' '}
        · {initiative.portfolio.title}
        {isConfidential(initiative) && (
          <>
            {' '}
            · <b>{t('app.confidential')}</b> {initiative.confidentialBasis}
          </>
        )}
      </p>
      {complete && !initiative.external && (
        <Suspense>
          <RankLine initiative={initiative} />
        </Suspense>
      )}
      <NextGate
        whole={whole}
        goTo={(field) => {
          const section = sectionOf(field)
          setOpen(mayPrepare ? { section, field } : undefined)
          const place = document.getElementById(`section-${section}`)
          place?.scrollIntoView({ block: 'start' })
          place?.querySelector<HTMLElement>('summary, button, input')?.focus({ preventScroll: true })
        }}
      />
      {complete && !mayPrepare && (
        <p className={`${styles.quiet} ${styles.reader}`}>
          {t('initiative.cannotEdit', {
            roles: formatList(
              permissions.prepare.roles.map((role) => word('roles', role)),
              locale,
            ),
          })}
        </p>
      )}
      <div className={styles.columns}>
        <div>
          {fields(sections.need)}
          <NamedAxes>
            <UsedFields of={sections.preparation}>{fields}</UsedFields>
          </NamedAxes>
          <SimilarSection
            key={initiative.key}
            whole={whole}
            mayEdit={mayPrepare}
            opened={open?.section === 'similar'}
          />
        </div>
        <div>
          {fields(
            sections.roles,
            <Suspense>
              <SteeringAppointment whole={whole} />
            </Suspense>,
          )}
          <Suspense fallback={null}>
            <Dependencies whole={whole} mayEdit={mayPrepare} opened={open?.section === 'dependencies'} />
          </Suspense>
        </div>
      </div>
      {complete && <ReportsSection initiative={initiative} />}
      <Suspense fallback={null}>
        {isProject(initiative.stage) && <ProjectPoints whole={whole} roles={roles} />}
        {complete && <Receptions whole={whole} mayEdit={mayPrepare} />}
        <BusinessCase whole={whole} mayEdit={mayPrepare} opened={open?.section === 'costs'} />
        {complete && (initiative.financingShares?.length || isShared(whole)) && (
          <FinancingKey whole={whole} mayEdit={mayPrepare} opened={open?.section === 'financing'} />
        )}
        {complete && <Documents whole={whole} mayEdit={mayPrepare} />}
        {complete && <Confidential whole={whole} roles={roles} />}
      </Suspense>
      <DecisionList whole={whole} nameOf={nameOf} />
      <Suspense>
        <History whole={whole} nameOf={nameOf} />
      </Suspense>
      {initiative.original && <OriginalRow row={initiative.original} />}
    </Page>
  )
}

/** A link may lead to the field to fill in: `#field-contact`. */
function fieldAsked() {
  const field = /^#field-(\w+)$/.exec(window.location.hash)?.[1]
  return field === undefined ? undefined : { section: sectionOf(field), field }
}

/** It came in its stage: nobody knows how long it had stood there. */
const isFromImport = ({ initiative, trail }: Whole) => {
  const first = latestFirst(trail).at(-1)
  return first?.kind === 'imported' && first.day === initiative.stageSince
}

const isShared = ({ initiative, preparation }: Whole) => scopeOf(initiative, preparation.tree) === 'shared'

function BackLink({ from }: { from?: string }) {
  const { t } = useWords()
  const back = portfolioLeft()
  return (
    <Link href={back} state={from && leaving(from)} className={styles.link}>
      {t(back.startsWith('/channel/') ? 'initiative.toTab' : 'app.back')}
    </Link>
  )
}

function CopyLink({ route, label }: { route: string; label: string }) {
  const { t } = useWords()
  const { copied, share } = useSharedLink(route, label)
  return (
    <>
      <Button className='no-print' onClick={() => void share()}>
        {t('initiative.link')}
      </Button>
      <span role='status'>{copied ? t('initiative.linkCopied') : ''}</span>
    </>
  )
}
