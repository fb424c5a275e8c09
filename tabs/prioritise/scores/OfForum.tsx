/** A forum's matrix with the cell in focus beside it, how far the assessing has come, and what couldn't be saved. */
import { useRef, useState } from 'react'
import type { Forum } from '#src/lists/organisation.ts'
import type { Criterion } from '#src/lists/prioritising.ts'
import { cellKey } from '#src/rules/prioritising/assessing.ts'
import { mayForForum, seatedFor } from '#src/rules/prioritising/forumRights.ts'
import { LEAST_SCORE, MOST_SCORE } from '#src/rules/prioritising/scoring.ts'
import { formatList } from '#src/text/format.ts'
import { useSession } from '../../context.ts'
import { useWords } from '../../language.ts'
import { useKeys } from '../../ui/keys/keys.ts'
import { scoreKeys } from '../../ui/keys/rows.ts'
import { useMatches } from '../../ui/table/useMatches.ts'
import { useWindowed } from '../../ui/table/useWindowed.ts'
import { useMyRoles } from '../../ui/useMyRoles.ts'
import { PointsFold } from '../PointsFold.tsx'
import { useCandidates } from '../useCandidates.ts'
import { CellPanel } from './CellPanel.tsx'
import { HEAD_PX, Matrix, ROW_PX } from './Matrix.tsx'
import { Tools } from './Tools.tsx'
import { type MatrixFault, useMatrix } from './useMatrix.ts'
import { useRows } from './useRows.ts'
import type { Scores } from './useScores.ts'
import styles from './Scores.module.css'

const NARROW = '(max-width: 640px)'

export function OfForum({
  forum,
  criteria,
  cellAt,
  scores,
}: {
  forum: Forum
  criteria: readonly Criterion[]
  cellAt: NonNullable<Scores['cellAt']>
  scores: Scores
}) {
  useKeys(scoreKeys)
  const { t, locale } = useWords()
  const { session } = useSession()
  const roles = useMyRoles()
  const candidates = useCandidates(forum)
  const mayScore = mayForForum('score', { id: session.person.id, roles }, forum)
  const { rows, points, progress, choice, choose } = useRows(candidates, { criteria, cellAt })
  const [view, setView] = useState<'own' | 'all'>(mayScore ? 'own' : 'all')
  const [isOpen, setOpen] = useState(false)
  const [told, setTold] = useState<MatrixFault | { value: number | null }>()
  const reasonField = useRef<HTMLTextAreaElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const isNarrow = useMatches(NARROW)

  const windowed = useWindowed(scroller, { count: rows.length, heightPx: ROW_PX, headPx: HEAD_PX })
  const openReason = () => {
    setOpen(true)
    requestAnimationFrame(() => reasonField.current?.focus())
  }
  const matrix = useMatrix({
    rows: rows.map(({ candidate }) => (candidate.isExternal ? undefined : candidate.initiative.key)),
    criteria: criteria.map(({ key }) => key),
    ownAt: (initiative, criterion) => cellAt(initiative, criterion).own,
    mayScore,
    edit: scores.edit,
    told: setTold,
    open: openReason,
    windowed,
  })
  const { active } = matrix
  const [row, criterion] = [rows[active.r], criteria[active.c]]
  const cell = row && criterion && cellAt(row.candidate.initiative.key, criterion.key)
  const names = seatedFor('score', forum).map(({ name }) => name)
  const back = () => scroller.current?.focus()
  return (
    <>
      {!mayScore && (
        <p>
          {names.length > 0
            ? t('scoring.scoredBy', { names: formatList(names, locale) })
            : t('scoring.scoredByRoles')}
        </p>
      )}
      <p className={styles.progress}>
        {mayScore && t('scoring.progressOwn', { own: progress.own, of: progress.cells })}{' '}
        {progress.missing > 0
          ? t('scoring.progressMissing', { missing: progress.missing })
          : t('scoring.progressNone')}{' '}
        {progress.wide > 0 && t('scoring.progressWide', { wide: progress.wide })}{' '}
        {mayScore &&
          progress.unexplained > 0 &&
          t('scoring.progressReasons', { count: progress.unexplained })}
      </p>
      <Tools choice={choice} change={choose} view={view} setView={setView} mayScore={mayScore} />
      {isNarrow && (
        <label className={styles.only}>
          {t('scoring.criterionHead')}{' '}
          <select
            value={active.c}
            onChange={(event) => matrix.go({ r: active.r, c: Number(event.target.value) })}
          >
            {criteria.map(({ key, title }, c) => (
              <option key={key} value={c}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      <p role='status' className={told && !('value' in told) ? styles.fault : 'visually-hidden'}>
        <Told told={told} anchors={criterion?.anchors} />
      </p>
      {scores.refused.length > 0 && (
        <p role='alert' className={styles.fault}>
          {t('scoring.refusedCount', { count: scores.refused.length })}{' '}
          <button
            type='button'
            onClick={() => {
              const [first] = scores.refused
              const r = rows.findIndex(({ candidate }) => candidate.initiative.key === first?.initiative)
              const c = criteria.findIndex(({ key }) => key === first?.criterion)
              if (r >= 0 && c >= 0) matrix.go({ r, c })
              back()
            }}
          >
            {t('scoring.toRefused')}
          </button>
        </p>
      )}
      {rows.length === 0 ? (
        <p>{t(candidates.length === 0 ? 'scoring.noCandidates' : 'scoring.noneFound')}</p>
      ) : (
        <div className={styles.work}>
          <Matrix
            rows={rows}
            criteria={criteria}
            only={isNarrow ? active.c : undefined}
            view={view}
            scores={scores}
            label={t('scoring.matrix', { forum: forum.title })}
            scroller={scroller}
            windowed={windowed}
            active={active}
            onKey={matrix.key}
            onPaste={matrix.paste}
            go={matrix.go}
            open={openReason}
          />
          {row && criterion && cell && (
            <CellPanel
              row={row}
              criterion={criterion}
              criteria={criteria}
              cell={cell}
              refused={scores.refused.find(
                (one) =>
                  cellKey(one.initiative, one.criterion) ===
                  cellKey(row.candidate.initiative.key, criterion.key),
              )}
              mayScore={mayScore}
              isOpen={isOpen}
              toggle={() => setOpen(!isOpen)}
              score={(value) => matrix.score(value)}
              explain={(reason) =>
                scores.edit([
                  {
                    initiative: row.candidate.initiative.key,
                    criterion: criterion.key,
                    value: cell.own?.value ?? null,
                    reason: reason || null,
                  },
                ])
              }
              drop={() =>
                scores.refused.forEach((one) => {
                  if (one.initiative === row.candidate.initiative.key && one.criterion === criterion.key)
                    scores.drop(one)
                })
              }
              reasonField={reasonField}
              back={back}
            />
          )}
        </div>
      )}
      {points.length > 0 && <PointsFold of={points} criteria={criteria} />}
    </>
  )
}

/** What came of the last key, for those who don't see the cell. */
function Told({
  told,
  anchors,
}: {
  told: MatrixFault | { value: number | null } | undefined
  anchors: readonly string[] | undefined
}) {
  const { t } = useWords()
  if (!told) return null
  if ('outside' in told) return t('scoring.outside', { count: told.outside })
  if ('notRanked' in told) return t('scoring.notRanked')
  if ('fault' in told)
    return t('refusal.scoring.notAStep', { value: told.fault, least: LEAST_SCORE, most: MOST_SCORE })
  if (told.value === null) return t('scoring.tookBack')
  return [t('scoring.gave', { value: told.value }), anchors?.[told.value - 1]].filter(Boolean).join(': ')
}
