/** The project's own decision points after BP4: a line with today marked, what is passed and what comes next. */
import { Button } from '@fluentui/react-components'
import { useCallback, useState } from 'react'
import { type ProjectPoint, projectPoints } from '#src/lists/followUp.ts'
import type { Role } from '#src/lists/organisation.ts'
import { may } from '#src/rules/permissions.ts'
import { alongLine, inTime, isLate, nextPoint } from '#src/rules/initiatives/projectPoints.ts'
import type { Refusal } from '#src/rules/refusal.ts'
import { formatDay } from '#src/text/format.ts'
import { newKey } from '../act.ts'
import { useSession } from '../context.ts'
import { useWords } from '../language.ts'
import { Refusals } from '../ui/Refusals.tsx'
import { useRead } from '../ui/useRead.ts'
import type { Whole } from '../ui/useWhole.ts'
import { Fold } from './Fold.tsx'
import { RowForm } from './RowForm.tsx'
import styles from './Initiative.module.css'

const fields = ['title', 'phase', 'planned', 'note'] as const

export function ProjectPoints({ whole, roles }: { whole: Whole; roles: readonly Role[] }) {
  const { t, locale } = useWords()
  const { session, today } = useSession()
  const { initiative } = whole
  const { key } = initiative
  const { rows, error, reload } = useRead(
    'projectPoints',
    useCallback((store) => store.where(projectPoints, { column: 'initiative', value: key }), [key]),
    useCallback((point: ProjectPoint) => point.initiative.key === key, [key]),
  )
  const [open, setOpen] = useState<string>()
  const [fresh, setFresh] = useState(newKey)
  const me = { id: session.person.id, roles }
  const mayPlan = may('planPoint', me, initiative)
  const mayPass = may('passPoint', me, initiative)
  const points = inTime(rows ?? [])
  const passed = points.filter((point) => point.passed).length
  const next = nextPoint(points)
  const count = points.length
  const says =
    count === 0
      ? t('point.none')
      : next?.planned
        ? t('point.saysNext', {
            passed,
            count,
            title: next.title,
            day: formatDay(next.planned, locale, today),
          })
        : t('point.says', { passed, count })
  return (
    <Fold id='points' title={t('point.title')} says={rows ? says : t('initiative.fetching')}>
      <p className={styles.quiet}>{t('point.about')}</p>
      {error !== undefined && (
        <p role='alert'>
          {t('refusal.unavailable')} <Button onClick={reload}>{t('app.retry')}</Button>
        </p>
      )}
      <Line points={points} />
      <ol className={styles.rows}>
        {points.map((point) => (
          <PointRow
            key={point.key}
            point={point}
            mayPlan={mayPlan}
            mayPass={mayPass}
            edit={() => setOpen(point.key)}
          />
        ))}
      </ol>
      {mayPlan && rows && open === undefined && (
        <Button size='small' onClick={() => setOpen('new')}>
          {t('point.add')}
        </Button>
      )}
      {open !== undefined && (
        <PointForm
          key={open}
          initiative={key}
          point={points.find((point) => point.key === open)}
          pointKey={open === 'new' ? fresh : open}
          close={() => {
            setOpen(undefined)
            setFresh(newKey())
          }}
        />
      )}
    </Fold>
  )
}

/** The same as the list below, to the eye: filled is passed, and a mark where today is. */
function Line({ points }: { points: readonly ProjectPoint[] }) {
  const { t } = useWords()
  const { today } = useSession()
  const line = alongLine(points, today)
  if (!line) return null
  const at = (share: number) => `${2 + share * 96}%`
  return (
    <svg className={styles.line} aria-hidden='true'>
      <line x1='2%' x2='98%' y1='14' y2='14' stroke='currentColor' />
      <line x1={at(line.now)} x2={at(line.now)} y1='4' y2='24' stroke='currentColor' strokeWidth='2' />
      <text
        x={at(line.now)}
        y='36'
        fontSize='11'
        fill='currentColor'
        textAnchor={line.now > 0.9 ? 'end' : line.now < 0.1 ? 'start' : 'middle'}
      >
        {t('point.now')}
      </text>
      {points.map((point, i) => (
        <circle
          key={point.key}
          cx={at(line.at[i] ?? 0)}
          cy='14'
          r='5'
          stroke='currentColor'
          strokeWidth='2'
          fill={point.passed ? 'currentColor' : 'var(--colorNeutralBackground1)'}
        />
      ))}
    </svg>
  )
}

function PointRow({
  point,
  mayPlan,
  mayPass,
  edit,
}: {
  point: ProjectPoint
  mayPlan: boolean
  mayPass: boolean
  edit: () => void
}) {
  const { t, locale } = useWords()
  const { session, today } = useSession()
  const [sure, setSure] = useState(false)
  const [refusals, setRefusals] = useState<Refusal[]>([])
  const pass = async () => {
    const answer = await session.acting.act('savePoint', {
      initiative: point.initiative.key,
      point: point.key,
      values: {},
      base: {},
      pass: true,
    })
    setRefusals('refusals' in answer ? answer.refusals : [])
    setSure(false)
  }
  return (
    <li>
      <span>
        <b>{point.title}</b> {point.phase && `(${point.phase}) `}
        <span className={styles.quiet}>
          {point.passed
            ? t('point.passedBy', {
                day: formatDay(point.passed, locale, today),
                who: point.passedBy?.name ?? '',
              })
            : point.planned
              ? t('point.planned', { day: formatDay(point.planned, locale, today) })
              : t('point.unplanned')}
          {isLate(point, today) && ` ▲ ${t('point.late')}`}
          {point.note && ` · ${point.note}`}
        </span>
      </span>
      <span className={styles.rowTools}>
        {mayPass && !point.passed && !sure && (
          <Button
            size='small'
            aria-label={t('point.passName', { title: point.title })}
            onClick={() => setSure(true)}
          >
            {t('point.pass')}
          </Button>
        )}
        {sure && (
          <>
            <Button size='small' appearance='primary' onClick={() => void pass()}>
              {t('point.sure', { title: point.title })}
            </Button>
            <Button size='small' onClick={() => setSure(false)}>
              {t('app.cancel')}
            </Button>
          </>
        )}
        {mayPlan && !point.passed && (
          <Button
            size='small'
            appearance='subtle'
            aria-label={`${t('initiative.edit')} ${point.title}`}
            onClick={edit}
          >
            {t('initiative.edit')}
          </Button>
        )}
      </span>
      <Refusals refusals={refusals} />
    </li>
  )
}

function PointForm({
  initiative,
  point,
  pointKey,
  close,
}: {
  initiative: string
  point: ProjectPoint | undefined
  pointKey: string
  close: () => void
}) {
  const { session } = useSession()
  return (
    <RowForm
      list={projectPoints}
      fields={fields}
      row={point}
      send={(values, base) => session.acting.act('savePoint', { initiative, point: pointKey, values, base })}
      close={close}
    />
  )
}
